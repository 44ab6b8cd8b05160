// The page's own movements. It runs before gradio does, so that the first paint has its theme and
// its skeleton.
// What a reader does goes to Python through the hidden fields #address, #asked, #chosen, #opinion.
(() => {
  const { one, all, sendToPython, saveFile, press, leftWithin } = window.citechatTools;
  const root = document.documentElement;
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

  // A counter makes the same request twice two different values.
  let count = 0;
  const request = (wanted) => JSON.stringify({ ...wanted, n: ++count });
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
    sendToPython("asked", request({ question, again }));
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
    sendToPython("address", `${address}&n=${++count}`);
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
  const copyAndConfirm = async (button, text) => {
    await copy(text);
    const label = one("span", button) ?? button;
    const before = label.textContent;
    if (before === button.dataset.done) return;
    label.textContent = button.dataset.done;
    setTimeout(() => { label.textContent = before; }, 1600);
  };
  const download = () => {
    const answers = all("[data-copy]").map((button) => button.dataset.copy).join("\n");
    saveFile(new Blob([answers], { type: "text/markdown;charset=utf-8" }), "citechat.md");
  };

  // What Python exports comes as text: its bytes in base64.
  const save = ({ name, type, data }) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    saveFile(new Blob([bytes], { type }), name);
  };

  // Thumbs and a comment
  const thumb = (button) => {
    const turn = button.closest(".turn");
    press(button, all(".thumb", turn));
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
    const comment = one("textarea", form).value;
    sendToPython("opinion", request({ turn: Number(opinion), thumb: way, comment }));
  });

  // Clicks
  const acts = {
    "[data-address]": (button) => openPlace(button.dataset.address, button),
    "[data-question]": (button) => ask(button.dataset.question),
    "[data-again]": (button) => ask(button.dataset.again, true),
    "[data-language-choice]": (button) => {
      localStorage.setItem(LANGUAGE, button.dataset.languageChoice);
      sendToPython("chosen", button.dataset.languageChoice);
    },
    "[data-copy]": (button) => copyAndConfirm(button, button.dataset.copy),
    "[data-copy-link]": (button) => copyAndConfirm(button, shareable(button.dataset.copyLink)),
    "[data-thumb]": thumb,
    "[data-close]": closeSource,
    "#download": download,
    "#clear": () => one("#question textarea")?.focus(),
  };
  const follow = (link) => {
    go(link.dataset.view ?? "chat");
    if ("skip" in link.dataset) one("#question textarea")?.focus();
  };
  const sheetIsOpen = () => SHEET.matches && root.classList.contains("source-open");
  document.addEventListener("click", (event) => {
    const closest = (selector) => event.target.closest?.(selector);
    const link = closest("a[data-view], a[data-skip]");
    if (link) {
      event.preventDefault();
      return follow(link);
    }
    const selector = Object.keys(acts).find(closest);
    if (selector) return acts[selector](closest(selector));
    if (sheetIsOpen() && !closest("#side")) closeSource();
  });

  // Keys: Escape closes what lies on top; Enter asks unless there is nothing to ask or an answer
  // is being written. While a Chinese word is composed Enter belongs to the keyboard.
  const onEscape = () => {
    if (!card.hidden) hideCard();
    else if (SHEET.matches) closeSource();
  };
  const isUselessEnter = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return false;
    return Boolean(event.target.closest?.("#question")) && (busy() || !event.target.value.trim());
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") onEscape();
    if (isUselessEnter(event)) {
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
    const at = mark.getBoundingClientRect(), size = card.getBoundingClientRect();
    const edge = 12;
    const above = at.top - size.height - 8;
    card.style.left = `${leftWithin(at.left - 20, size.width, edge)}px`;
    card.style.top = `${above > edge ? above : at.bottom + 8}px`;
  };
  const hideCard = () => { card.hidden = true; };
  const marked = (event) => event.target.closest?.(".mark[data-quote]");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (marked(event)) showCard(marked(event));
    else if (!one(".mark[data-quote]:focus-visible")) hideCard();
  });
  document.addEventListener("focusin", (event) => {
    if (marked(event)?.matches(":focus-visible")) showCard(marked(event));
    else hideCard();
  });
  addEventListener("scroll", hideCard, { passive: true, capture: true });

  // After Python has rendered
  let language = "", state = "";
  const openFromAddress = () => {
    const search = new URLSearchParams(location.search);
    if (!search.has("doc")) return;
    const name = encodeURIComponent(search.get("doc")).replace(/%2F/g, "/");
    openPlace(`?doc=${name}&lang=${search.get("lang")}&at=${search.get("at")}`);
  };
  const onLanguage = (masthead) => {
    language = masthead.dataset.language;
    root.lang = language;
    show(root.dataset.view);
    if (!one("#skeleton")) return;
    one("#skeleton").remove();
    root.classList.add("ready");
    openFromAddress();
  };
  const reveal = (source) => {
    const text = one(".text", source), mark = one("mark", text);
    text.scrollTop = mark ? mark.offsetTop - text.clientHeight / 4 : 0;
    if (SHEET.matches) one("[data-close]", source)?.focus({ preventScroll: true });
  };
  const bringIntoSight = (turn) => {
    const bottom = innerHeight - (one("#composer")?.offsetHeight ?? 0);
    if (turn.getBoundingClientRect().bottom >= bottom) turn.scrollIntoView({ block: "start" });
  };
  const onNewest = (newest) => {
    const now = newest ? `${newest.dataset.turn} ${busy()}` : "";
    if (newest && now !== state && root.classList.contains("ready")) bringIntoSight(newest);
    state = now;
    root.classList.toggle("talking", Boolean(newest));
    root.classList.toggle("busy", busy());
  };
  new MutationObserver(() => {
    const masthead = one("#masthead [data-language]");
    const isNew = masthead && !one("[aria-current]", masthead);
    if (isNew || (masthead && masthead.dataset.language !== language)) onLanguage(masthead);
    const source = one("#source [data-place]");
    if (source && !source.dataset.opened) {
      source.dataset.opened = "yes";
      reveal(source);
    }
    onNewest(one("#newest .turn"));
  }).observe(root, { childList: true, subtree: true });

  const rememberedLanguage = () => localStorage.getItem(LANGUAGE);
  window.citechat = { ask, openPlace, show: go, rememberedLanguage, save };
})();
