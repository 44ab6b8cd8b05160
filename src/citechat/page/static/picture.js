// The figures as a picture to keep: the bars of the page on a canvas, in the colours of its theme.
window.citechatPicture = (figures) => {
  const { all, one } = window.citechatTools;
  const WIDTH = 1000, EDGE = 40, SCALE = 2;
  const SAYER = 370, BAR = 280, GAP = 16;
  const ROW = 26, FOOT = 24;
  const HEIGHTS = { title: 50, note: 34, group: 36, bar: ROW };

  const style = getComputedStyle(figures);
  const colour = (name) => style.getPropertyValue(name).trim();
  const sans = colour("--sans") || "sans-serif", serif = colour("--serif") || "serif";

  // What stands below one another: [kind, element] pairs.
  const lines = [["title", one("h3", figures)]];
  const kindOf = (part) => {
    if (part.matches(".own-scale")) return "note";
    return part.matches("h4") ? "group" : "bar";
  };
  for (const part of all(".panel .own-scale, .panel h4, .panel .bar", figures)) {
    lines.push([kindOf(part), part]);
  }
  const content = lines.reduce((sum, [kind]) => sum + HEIGHTS[kind], 0);
  const height = 2 * EDGE + content + FOOT;

  const canvas = document.createElement("canvas");
  canvas.width = SCALE * WIDTH;
  canvas.height = SCALE * height;
  const pen = canvas.getContext("2d");
  pen.scale(SCALE, SCALE);
  pen.fillStyle = colour("--paper");
  pen.fillRect(0, 0, WIDTH, height);

  const write = (text, x, y, font, tint, most = Infinity) => {
    Object.assign(pen, { font, fillStyle: colour(tint), textBaseline: "middle" });
    let shown = text;
    while (shown.length > 1 && pen.measureText(shown).width > most) {
      shown = `${shown.replace(/…$/, "").slice(0, -1)}…`;
    }
    pen.fillText(shown, x, y);
  };

  const drawBar = (bar, middle) => {
    const fill = one(".fill", bar);
    const length = (BAR * parseFloat(fill.style.width)) / 100;
    write(one(".sayer", bar).textContent, EDGE, middle, `13px ${sans}`, "--soft", SAYER);
    pen.fillStyle = colour("--accent");
    pen.globalAlpha = fill.matches(".plan") ? 0.45 : 1;
    pen.fillRect(EDGE + SAYER + GAP, middle - 6, Math.max(3, length), 12);
    pen.globalAlpha = 1;
    const x = EDGE + SAYER + BAR + 2 * GAP;
    write(one(".value", bar).textContent, x, middle, `600 13px ${sans}`, "--ink");
  };

  const draw = {
    title: (part, y) =>
      write(part.textContent, EDGE, y + 18, `600 24px ${serif}`, "--ink", WIDTH - 2 * EDGE),
    note: (part, y, middle) => write(part.textContent, EDGE, middle, `13px ${sans}`, "--soft"),
    group: (part, y, middle) => write(part.textContent, EDGE, middle, `600 15px ${sans}`, "--ink"),
    bar: (part, y, middle) => drawBar(part, middle),
  };
  let y = EDGE;
  for (const [kind, part] of lines) {
    draw[kind](part, y, y + HEIGHTS[kind] - ROW / 2);
    y += HEIGHTS[kind];
  }
  const foot = height - EDGE + 8;
  write(figures.dataset.credit, EDGE, foot, `12px ${sans}`, "--soft", WIDTH - 2 * EDGE);
  return canvas;
};
