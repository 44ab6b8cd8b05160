// What the other scripts are written with. It is read before them.
window.citechatTools = (() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Python renders everything; what a reader does goes to it through hidden fields. Gradio listens
  // for an input event, and takes the value from the element's own setter.
  const sendToPython = (id, value) => {
    const field = one(`#${id} textarea, #${id} input`);
    if (!field) return;
    const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const saveFile = (content, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  // Of several buttons the one that is pressed.
  const press = (button, group) =>
    group.forEach((other) => other.setAttribute("aria-pressed", String(other === button)));

  // Where a box of some size fits beside the left edge of a mark, within the window.
  const leftWithin = (left, width, edge) =>
    Math.max(edge, Math.min(left, innerWidth - width - edge));

  return { one, all, sendToPython, saveFile, press, leftWithin };
})();
