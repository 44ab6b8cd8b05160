// The page's few movements: a click on a mark opens its source, a click on a question asks it,
// and a freshly opened source shows its marked quote.
(() => {
  const setValue = (id, value) => {
    const field = document.querySelector(`#${id} textarea, #${id} input`);
    if (!field) return false;
    const prototype = field.tagName === "TEXTAREA" ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, "value").set.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  };
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-address]");
    // A counter makes two clicks on the same mark two different values.
    if (opener) {
      setValue("address", `${opener.dataset.address}&n=${Date.now()}`);
      document.querySelectorAll(".mark.open").forEach((mark) => mark.classList.remove("open"));
      opener.classList.add("open");
    }
    const question = event.target.closest("[data-question]");
    if (question && setValue("question", question.dataset.question))
      setTimeout(() => document.querySelector("#send")?.click(), 60);
  });
  const shown = new WeakSet();
  new MutationObserver(() => {
    const mark = document.querySelector("#source mark");
    if (mark && !shown.has(mark)) {
      shown.add(mark);
      const box = mark.closest(".text");
      if (box) box.scrollTop = mark.offsetTop - box.offsetTop - box.clientHeight / 3;
      if (matchMedia("(max-width: 900px)").matches) mark.scrollIntoView({ block: "center" });
    }
    const log = document.querySelector("#conversation .turn:last-child");
    if (log && !shown.has(log)) {
      shown.add(log);
      log.scrollIntoView({ block: "nearest" });
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
