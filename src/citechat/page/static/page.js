// The page's own movements. It runs before gradio does, so that the first paint has its theme and its skeleton.
// Python renders everything; what a reader does goes to it through hidden fields: #address, #asked, #chosen, #opinion.
(() => {
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const SHEET = matchMedia("(max-width: 1099px)");
  const LANGUAGE = "citechat-language";

  // Theme: gradio's ?__theme= wins over the system's
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    const wanted = new URLSearchParams(location.search).get("__theme");
    root.classList.toggle("dark", wanted === "dark" || (wanted !== "light" && dark.matches));
  };
  dark.addEventListener("change", paint);
  paint();

  // Telling Python
  const tell = (id, value) => {
    const field = one(`#${id} textarea, #${id} input`);
    if (!field) return;
    const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  // A counter makes the same wish twice two different values.
  let count = 0;
  const wish = (wanted) => JSON.stringify({ ...wanted, n: ++count });
  const busy = () => Boolean(one("#newest [aria-busy='true']"));

  // Views
  const views = () => all(".masthead [data-view]").map((link) => link.dataset.view);
  const show = (view) => {
    const known = views();
    const shown = known.includes(view) ? view : "chat";
    if (root.dataset.view !== shown) scrollTo(0, 0);
    root.dataset.view = shown;
    all(".masthead [data-view]").forEach((link) => {
      if (link.dataset.view === shown) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  };
  const go = (view) => {
    show(view);
    history.pushState(null, "", `${location.pathname}${location.search}#${view}`);
  };
  root.dataset.view = location.hash.slice(1) || "chat";
  addEventListener("popstate", () => show(location.hash.slice(1)));
  addEventListener("hashchange", () => show(location.hash.slice(1)));

  // Asking
  const ask = (question, again = false) => {
    if (busy()) return;
    if (root.dataset.view !== "chat") go("chat");
    closeSheet();
    tell("asked", wish({ question, again }));
  };

  // The source: its address is the browser's
  let opener = null;
  const addressBar = (address) => {
    const search = new URLSearchParams(location.search);
    ["doc", "lang", "at"].forEach((name) => search.delete(name));
    const rest = search.toString(), place = address.replace(/^\?/, "");
    const query = [place, rest].filter(Boolean).join("&");
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  };
  const openPlace = (address, from = null) => {
    opener = from?.isConnected ? from : opener;
    all(".open[data-address]").forEach((mark) => mark.classList.remove("open"));
    from?.classList.add("open");
    addressBar(address);
    root.classList.add("source-open");
    tell("address", `${address}&n=${++count}`);
  };
  const closeSheet = () => {
    if (!root.classList.contains("source-open")) return false;
    root.classList.remove("source-open");
    return true;
  };
  const closeSource = () => {
    if (!closeSheet() || !SHEET.matches) return;
    addressBar("");
    if (opener?.isConnected) opener.focus();
  };
  const shareable = (address) => `${location.origin}${location.pathname}${address}`;

  // Copying and saving
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {  // no clipboard outside https and localhost
      const field = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  };
  const confirmed = (button, words) => {
    const label = one("span", button) ?? button;
    const before = label.textContent;
    if (before === words) return;
    label.textContent = words;
    setTimeout(() => { label.textContent = before; }, 1600);
  };
  const download = () => {
    const told = all("[data-copy]").map((button) => button.dataset.copy).join("\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([told], { type: "text/markdown;charset=utf-8" }));
    link.download = "citechat.md";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  // Thumbs and a comment
  const thumb = (button) => {
    const turn = button.closest(".turn");
    all(".thumb", turn).forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
    const form = one(".opinion", turn);
    form.hidden = false;
    form.dataset.thumb = button.dataset.thumb;
    one("textarea", form).focus();
  };
  document.addEventListener("submit", (event) => {
    const form = event.target.closest?.(".opinion");
    if (!form) return;
    event.preventDefault();
    const { opinion, thumb: way } = form.dataset;
    tell("opinion", wish({ turn: Number(opinion), thumb: way, comment: one("textarea", form).value }));
  });

  // Clicks
  const acts = {
    "[data-address]": (button) => openPlace(button.dataset.address, button),
    "[data-question]": (button) => ask(button.dataset.question),
    "[data-again]": (button) => ask(button.dataset.again, true),
    "[data-language-choice]": (button) => {
      localStorage.setItem(LANGUAGE, button.dataset.languageChoice);
      tell("chosen", button.dataset.languageChoice);
    },
    "[data-copy]": (button) => copy(button.dataset.copy).then(() => confirmed(button, button.dataset.done)),
    "[data-copy-link]": (button) => copy(shareable(button.dataset.copyLink)).then(() => confirmed(button, button.dataset.done)),
    "[data-thumb]": thumb,
    "[data-close]": closeSource,
    "#download": download,
    "#clear": () => one("#question textarea")?.focus(),
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-view], a[data-skip]");
    if (link) {
      event.preventDefault();
      go(link.dataset.view ?? "chat");
      if ("skip" in link.dataset) one("#question textarea")?.focus();
      return;
    }
    for (const [selector, act] of Object.entries(acts)) {
      const found = event.target.closest?.(selector);
      if (found) return act(found);
    }
    if (SHEET.matches && root.classList.contains("source-open") && !event.target.closest?.("#side")) closeSource();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !card.hidden) hideCard();
    else if (event.key === "Escape" && SHEET.matches) closeSource();
    const typing = event.target.closest?.("#question");
    if (typing && event.key === "Enter" && !event.shiftKey && !event.isComposing && (busy() || !event.target.value.trim())) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  // A card with title and quote at a mark
  const card = Object.assign(document.createElement("div"), { id: "quote-card", hidden: true });
  card.setAttribute("role", "tooltip");
  card.append(document.createElement("strong"), document.createElement("q"));
  const showCard = (mark) => {
    const [title, quote] = card.children;
    title.textContent = mark.dataset.title;
    quote.textContent = mark.dataset.quote;
    title.lang = quote.lang = mark.dataset.quoteLanguage;
    if (!card.isConnected) document.body.append(card);
    card.hidden = false;
    mark.setAttribute("aria-describedby", "quote-card");
    const at = mark.getBoundingClientRect(), size = card.getBoundingClientRect(), edge = 12;
    const above = at.top - size.height - 8;
    card.style.left = `${Math.max(edge, Math.min(at.left - 20, innerWidth - size.width - edge))}px`;
    card.style.top = `${above > edge ? above : at.bottom + 8}px`;
  };
  const hideCard = () => { card.hidden = true; };
  const marked = (event) => event.target.closest?.(".mark[data-quote]");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (marked(event)) showCard(marked(event));
    else if (!one(".mark[data-quote]:focus-visible")) hideCard();
  });
  document.addEventListener("focusin", (event) => (marked(event)?.matches(":focus-visible") ? showCard(marked(event)) : hideCard()));
  addEventListener("scroll", hideCard, { passive: true, capture: true });

  // After Python has rendered
  let language = "", told = "";
  const dressed = (masthead) => {
    language = masthead.dataset.language;
    root.lang = language;
    show(root.dataset.view);
    if (one("#skeleton")) {
      one("#skeleton").remove();
      root.classList.add("ready");
      const search = new URLSearchParams(location.search);
      if (search.has("doc")) openPlace(`?doc=${encodeURIComponent(search.get("doc")).replace(/%2F/g, "/")}&lang=${search.get("lang")}&at=${search.get("at")}`);
    }
  };
  const reveal = (source) => {
    const text = one(".text", source), mark = one("mark", text);
    text.scrollTop = mark ? mark.offsetTop - text.clientHeight / 4 : 0;
    if (SHEET.matches) one("[data-close]", source)?.focus({ preventScroll: true });
  };
  const follow = (turn) => {
    const fits = turn.getBoundingClientRect().bottom < innerHeight - (one("#composer")?.offsetHeight ?? 0);
    if (!fits) turn.scrollIntoView({ block: "start" });
  };
  new MutationObserver(() => {
    const masthead = one("#masthead [data-language]");
    if (masthead && (masthead.dataset.language !== language || !one("[aria-current]", masthead))) dressed(masthead);
    const source = one("#source [data-place]");
    if (source && !source.dataset.opened) {
      source.dataset.opened = "yes";
      reveal(source);
    }
    const newest = one("#newest .turn");
    const now = newest ? `${newest.dataset.turn} ${busy()}` : "";
    if (newest && now !== told && root.classList.contains("ready")) follow(newest);
    told = now;
    root.classList.toggle("talking", Boolean(newest));
    root.classList.toggle("busy", busy());
  }).observe(root, { childList: true, subtree: true });

  window.citechat = { ask, openPlace, show: go, rememberedLanguage: () => localStorage.getItem(LANGUAGE) };
})();
