// The movements of the article, the audit and the figures. Opening a place and asking a question
// are page.js's (data-address, data-question); two hidden fields, #reading and #metric, tell Python
// what a reader picks.
(() => {
  const { one, all, sendToPython, saveFile, press, leftWithin } = window.citechatTools;

  // Article: language, contents, cards at the marks
  const read = (button) => {
    press(button, all("[data-reading]"));
    sendToPython("reading", `${button.dataset.reading} ${Date.now()}`);
  };
  const scroll = (button) => {
    const heading = document.getElementById(button.dataset.scroll);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    heading?.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
    heading?.focus({ preventScroll: true });
  };
  // Below the mark where it fits there, or where it fits above as little.
  const place = (card, mark) => {
    const at = mark.getBoundingClientRect(), size = card.getBoundingClientRect();
    const edge = 16, gap = 8;
    const fitsBelow = at.bottom + gap + size.height < innerHeight;
    const isBelow = fitsBelow || at.top < size.height + edge;
    const top = isBelow ? at.bottom + gap : at.top - size.height - gap;
    const lowest = innerHeight - size.height - edge;
    card.style.left = `${leftWithin(at.left - 24, size.width, edge)}px`;
    card.style.top = `${Math.max(edge, Math.min(top, lowest))}px`;
  };
  let openedAt = 0;
  document.addEventListener("beforetoggle", () => { openedAt = scrollY; }, true);
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches?.(".claim-card") || event.newState !== "open") return;
    const mark = one(`[popovertarget="${event.target.id}"]`);
    if (mark) place(event.target, mark);
  }, true);
  // A card goes when its mark is scrolled away, not by the last pixels of the scrolling that
  // brought the mark here.
  addEventListener("scroll", () => {
    if (Math.abs(scrollY - openedAt) > 40) one(".claim-card:popover-open")?.hidePopover();
  }, { passive: true });

  // Article: a selected sentence can be asked about
  const MOST = 400;
  let asker;
  const offer = (text, box, article) => {
    if (!asker) {
      asker = document.createElement("button");
      asker.type = "button";
      asker.className = "ask-floating";
      // Keeps the selection.
      asker.addEventListener("mousedown", (event) => event.preventDefault());
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
  // The words of a sentence that lie within the range.
  const selectedPart = (range, sentence) => {
    const part = range.cloneRange(), whole = document.createRange();
    whole.selectNodeContents(sentence);
    if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) {
      part.setStart(whole.startContainer, whole.startOffset);
    }
    if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) {
      part.setEnd(whole.endContainer, whole.endOffset);
    }
    return part.toString();
  };
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const article = selection.anchorNode?.parentElement?.closest(".reading");
    if (!article || !article.contains(selection.focusNode)) return null;
    // Only the article's own words, not the marks between them.
    const range = selection.getRangeAt(0);
    const sentences = all(".sentence", article).filter((s) => selection.containsNode(s, true));
    const gap = article.lang === "zh" ? "" : " ";
    const text = sentences.map((sentence) => selectedPart(range, sentence)).join(gap).trim();
    return text ? { text, article, box: range.getBoundingClientRect() } : null;
  };
  let waiting;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const selection = selected();
      const isChosen = one(".sentence.chosen") || document.activeElement === asker;
      if (selection) offer(selection.text, selection.box, selection.article);
      else if (!isChosen) withdraw();
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
    const pressed = one("[data-verdict-filter][aria-pressed='true']", audit);
    const verdict = pressed?.dataset.verdictFilter ?? "";
    const wanted = one("[data-place-filter]", audit).value;
    const fits = (row) => {
      const isPlace = !wanted || row.dataset.places.split("|").includes(wanted);
      return isPlace && (!verdict || row.dataset.verdict === verdict);
    };
    const rows = all("tbody tr", audit);
    rows.forEach((row) => { row.hidden = !fits(row); });
    const shown = rows.filter((row) => !row.hidden).length;
    const status = one(".shown", audit);
    const counted = status.dataset.template.replace("{shown}", shown);
    status.textContent = counted.replace("{count}", rows.length);
    one(".nothing", audit).hidden = shown > 0;
    one("table", audit).hidden = shown === 0;
  };

  // Figures: metric and grouping, PNG and CSV
  const draw = () => {
    const metric = one("#metric-choice");
    const grouping = one("[data-group][aria-pressed='true']").dataset.group;
    sendToPython("metric", `${grouping}|${metric.dataset.language}|${metric.value}`);
  };
  const saveFigures = (button) => {
    const figures = button.closest(".figures");
    const name = `citechat-${figures.dataset.metric.replace(/[^\w-]+/g, "-")}`;
    if (button.dataset.save === "png") {
      const picture = window.citechatPicture(figures);
      return picture.toBlob((image) => saveFile(image, `${name}.png`), "image/png");
    }
    // The mark at the front tells spreadsheets that the file is UTF-8.
    const table = new Blob(["\ufeff", button.dataset.csv], { type: "text/csv;charset=utf-8" });
    return saveFile(table, `${name}.csv`);
  };

  const acts = {
    "[data-reading]": read,
    "[data-scroll]": scroll,
    "[data-save]": saveFigures,
    "[data-verdict-filter]": (button) => {
      press(button, all("[data-verdict-filter]"));
      sift(button.closest(".audit"));
    },
    "[data-group]": (button) => {
      press(button, all("[data-group]"));
      draw();
    },
    ".sentence": choose,
  };
  document.addEventListener("click", (event) => {
    const closest = (selector) => event.target.closest?.(selector);
    const leaving = closest(".claim-card [data-address], .claim-card [data-question]");
    if (leaving) closest(".claim-card").hidePopover();
    const selector = Object.keys(acts).find(closest);
    if (selector) return acts[selector](closest(selector));
    if (!closest(".ask-floating") && !selected()) withdraw();
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-place-filter]")) sift(event.target.closest(".audit"));
    if (event.target.matches("#metric-choice")) draw();
  });
})();
