// The movements of the article, the audit and the figures. Opening a place and asking a question are the page's own
// (data-address, data-question); two hidden fields hand a reader's choices to Python: #reading and #metric.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const tell = (id, value) => {
    const field = document.querySelector(`#${id} textarea, #${id} input`);
    if (!field) return;
    const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const press = (button, group) => group.forEach((other) => other.setAttribute("aria-pressed", String(other === button)));

  // Article: language, contents, cards at the marks
  const read = (button) => {
    press(button, all("[data-reading]"));
    tell("reading", `${button.dataset.reading} ${Date.now()}`);
  };
  const scroll = (button) => {
    const heading = document.getElementById(button.dataset.scroll);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    heading?.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
    heading?.focus({ preventScroll: true });
  };
  const place = (card, mark) => {
    const at = mark.getBoundingClientRect(), size = card.getBoundingClientRect(), edge = 16;
    const below = at.bottom + 8 + size.height < innerHeight || at.top < size.height + edge;
    card.style.left = `${Math.max(edge, Math.min(at.left - 24, innerWidth - size.width - edge))}px`;
    card.style.top = `${Math.max(edge, Math.min(below ? at.bottom + 8 : at.top - size.height - 8, innerHeight - size.height - edge))}px`;
  };
  let openedAt = 0;
  document.addEventListener("beforetoggle", () => { openedAt = scrollY; }, true);
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches?.(".claim-card") || event.newState !== "open") return;
    const mark = document.querySelector(`[popovertarget="${event.target.id}"]`);
    if (mark) place(event.target, mark);
  }, true);
  // A card goes when its mark is scrolled away, not by the last pixels of the scrolling that brought the mark here.
  addEventListener("scroll", () => {
    if (Math.abs(scrollY - openedAt) > 40) document.querySelector(".claim-card:popover-open")?.hidePopover();
  }, { passive: true });

  // Article: a selected sentence can be asked about
  const MOST = 400;
  let asker;
  const offer = (text, box, article) => {
    if (!asker) {
      asker = document.createElement("button");
      asker.type = "button";
      asker.className = "ask-floating";
      asker.addEventListener("mousedown", (event) => event.preventDefault());  // keeps the selection
      asker.addEventListener("click", () => setTimeout(withdraw));
    }
    const quote = text.replace(/\s+/g, " ").trim().slice(0, MOST);
    asker.textContent = article.dataset.askLabel;
    asker.lang = article.lang;
    asker.dataset.question = article.dataset.ask.replace("{quote}", () => quote);
    asker.hidden = false;
    // Inside the view, so that it leaves with it; after the sentence, so that Tab comes to it.
    article.append(asker);
    const home = asker.offsetParent.getBoundingClientRect(), wide = asker.offsetWidth;
    const left = Math.min(Math.max(box.left, 8), innerWidth - wide - 8);
    asker.style.left = `${left - home.left}px`;
    asker.style.top = `${box.bottom - home.top + 6}px`;
  };
  const withdraw = () => {
    if (asker) asker.hidden = true;
    all(".sentence.chosen").forEach((sentence) => sentence.classList.remove("chosen"));
  };
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const article = selection.anchorNode?.parentElement?.closest(".reading");
    if (!article || !article.contains(selection.focusNode)) return null;
    // Only the article's own words, not the marks between them.
    const text = all(".sentence", article).filter((s) => selection.containsNode(s, true)).map((s) => {
      const part = selection.getRangeAt(0).cloneRange(), whole = document.createRange();
      whole.selectNodeContents(s);
      if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(whole.startContainer, whole.startOffset);
      if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(whole.endContainer, whole.endOffset);
      return part.toString();
    }).join(article.lang === "zh" ? "" : " ").trim();
    return text ? { text, article, box: selection.getRangeAt(0).getBoundingClientRect() } : null;
  };
  let waiting;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const found = selected();
      if (found) offer(found.text, found.box, found.article);
      else if (!document.querySelector(".sentence.chosen") && document.activeElement !== asker) withdraw();
    }, 250);
  });
  const choose = (sentence) => {
    if (selected()) return;
    const again = sentence.classList.contains("chosen");
    withdraw();
    if (again) return;
    sentence.classList.add("chosen");
    const boxes = sentence.getClientRects();
    offer(sentence.textContent, boxes[boxes.length - 1], sentence.closest(".reading"));
  };

  // Audit: rows by verdict and place
  const sift = (audit) => {
    const verdict = audit.querySelector("[data-verdict-filter][aria-pressed='true']")?.dataset.verdictFilter ?? "";
    const wanted = audit.querySelector("[data-place-filter]").value;
    const rows = all("tbody tr", audit);
    const fits = (row) => (!verdict || row.dataset.verdict === verdict) && (!wanted || row.dataset.places.split("|").includes(wanted));
    rows.forEach((row) => { row.hidden = !fits(row); });
    const shown = rows.filter((row) => !row.hidden).length, status = audit.querySelector(".shown");
    status.textContent = status.dataset.template.replace("{shown}", shown).replace("{count}", rows.length);
    audit.querySelector(".nothing").hidden = shown > 0;
    audit.querySelector("table").hidden = shown === 0;
  };

  // Figures: metric and grouping, PNG and CSV
  const draw = () => {
    const metric = document.querySelector("#metric-choice"), group = document.querySelector("[data-group][aria-pressed='true']");
    tell("metric", `${group.dataset.group}|${metric.dataset.language}|${metric.value}`);
  };
  const save = (content, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const saveFigures = (button) => {
    const figures = button.closest(".figures"), name = `citechat-${figures.dataset.metric.replace(/[^\w-]+/g, "-")}`;
    // The mark at the front tells spreadsheets that the file is UTF-8.
    if (button.dataset.save === "csv") save(new Blob(["\ufeff", button.dataset.csv], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
    else picture(figures).toBlob((image) => save(image, `${name}.png`), "image/png");
  };
  // The same bars on a canvas, in the colours of the theme that is on.
  const picture = (figures) => {
    const style = getComputedStyle(figures), colour = (name) => style.getPropertyValue(name).trim();
    const WIDTH = 1000, EDGE = 40, BAR = 280, ROW = 26, SAYER = 370;
    const lines = [["title", figures.querySelector("h3").textContent]];
    all(".panel", figures).forEach((panel) => {
      const note = panel.querySelector(".own-scale");
      if (note) lines.push(["note", note.textContent]);
      all("h4, .bar", panel).forEach((part) => lines.push(part.matches("h4") ? ["group", part.textContent] : ["bar", part]));
    });
    const heights = { title: 50, note: 34, group: 36, bar: ROW };
    const height = 2 * EDGE + lines.reduce((sum, [kind]) => sum + heights[kind], 0) + 24;
    const canvas = Object.assign(document.createElement("canvas"), { width: 2 * WIDTH, height: 2 * height });
    const pen = canvas.getContext("2d");
    pen.scale(2, 2);
    pen.fillStyle = colour("--paper");
    pen.fillRect(0, 0, WIDTH, height);
    const write = (text, x, y, font, tint, most) => {
      Object.assign(pen, { font, fillStyle: colour(tint), textBaseline: "middle" });
      let shown = text;
      while (most && shown.length > 1 && pen.measureText(shown).width > most) shown = `${shown.replace(/…$/, "").slice(0, -1)}…`;
      pen.fillText(shown, x, y);
    };
    const sans = colour("--sans") || "sans-serif", serif = colour("--serif") || "serif";
    let y = EDGE;
    for (const [kind, part] of lines) {
      const middle = y + heights[kind] - ROW / 2;
      if (kind === "title") write(part, EDGE, y + 18, `600 24px ${serif}`, "--ink", WIDTH - 2 * EDGE);
      else if (kind === "note") write(part, EDGE, middle, `13px ${sans}`, "--soft");
      else if (kind === "group") write(part, EDGE, middle, `600 15px ${sans}`, "--ink");
      else {
        const fill = part.querySelector(".fill");
        write(part.querySelector(".sayer").textContent, EDGE, middle, `13px ${sans}`, "--soft", SAYER);
        pen.fillStyle = colour("--accent");
        pen.globalAlpha = fill.matches(".plan") ? 0.45 : 1;
        pen.fillRect(EDGE + SAYER + 16, middle - 6, Math.max(3, BAR * parseFloat(fill.style.width) / 100), 12);
        pen.globalAlpha = 1;
        write(part.querySelector(".value").textContent, EDGE + SAYER + BAR + 32, middle, `600 13px ${sans}`, "--ink");
      }
      y += heights[kind];
    }
    write(figures.dataset.credit, EDGE, height - EDGE + 8, `12px ${sans}`, "--soft", WIDTH - 2 * EDGE);
    return canvas;
  };

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest?.(selector);
    if (at(".claim-card [data-address], .claim-card [data-question]")) at(".claim-card").hidePopover();
    if (at("[data-reading]")) return read(at("[data-reading]"));
    if (at("[data-scroll]")) return scroll(at("[data-scroll]"));
    if (at("[data-save]")) return saveFigures(at("[data-save]"));
    if (at("[data-verdict-filter]")) {
      press(at("[data-verdict-filter]"), all("[data-verdict-filter]"));
      return sift(at(".audit"));
    }
    if (at("[data-group]")) {
      press(at("[data-group]"), all("[data-group]"));
      return draw();
    }
    if (at(".sentence")) return choose(at(".sentence"));
    if (!at(".ask-floating") && !selected()) withdraw();
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-place-filter]")) sift(event.target.closest(".audit"));
    if (event.target.matches("#metric-choice")) draw();
  });
})();
