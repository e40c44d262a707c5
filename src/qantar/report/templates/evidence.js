// Search and filter of the evidence page. Without it the page shows every claim and no controls.
(() => {
  "use strict";
  const controls = document.getElementById("filters");
  const list = document.getElementById("claims");
  const shown = document.getElementById("shown");
  const search = document.getElementById("search");
  const order = document.getElementById("order");
  const selects = [...controls.querySelectorAll("select[data-column]")];
  const claims = [...list.children].map((item, place) => ({ item, place, text: item.textContent.toLowerCase() }));
  const orders = {
    source: (a, b) => a.place - b.place,
    date: (a, b) => (a.item.dataset.date || "9").localeCompare(b.item.dataset.date || "9") || a.place - b.place,
    published: (a, b) => a.item.dataset.published.localeCompare(b.item.dataset.published) || a.place - b.place,
    largest: (a, b) => Number(b.item.dataset.size || -1) - Number(a.item.dataset.size || -1) || a.place - b.place,
  };

  const wanted = () => Object.fromEntries(
    [["q", search.value.trim()], ...selects.map((s) => [s.dataset.column, s.value])].filter(([, value]) => value));

  const matches = (claim, words, chosen) =>
    words.every((word) => claim.text.includes(word)) &&
    chosen.every((select) => claim.item.getAttribute(`data-${select.dataset.column}`) === select.value);

  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = selects.filter((select) => select.value);
    let count = 0;
    for (const claim of claims) {
      const fits = matches(claim, words, chosen);
      claim.item.hidden = !fits;
      count += fits;
    }
    shown.textContent = `${count.toLocaleString("en")} of ${claims.length.toLocaleString("en")} figures shown`;
  };

  const update = () => {
    show();
    const state = new URLSearchParams(wanted()).toString();
    try { history.replaceState(null, "", state ? `#?${state}` : location.pathname + location.search); } catch { /* a page opened from a file may refuse */ }
  };

  const restore = () => {
    if (!location.hash.startsWith("#?")) return;
    const state = new URLSearchParams(location.hash.slice(2));
    search.value = state.get("q") || "";
    for (const select of selects) {
      const value = state.get(select.dataset.column) || "";
      if ([...select.options].some((option) => option.value === value)) select.value = value;
    }
  };

  let waiting;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(update, 120); });
  for (const select of selects) select.addEventListener("change", update);
  order.addEventListener("change", () => {
    list.append(...[...claims].sort(orders[order.value]).map((claim) => claim.item));
  });
  document.getElementById("reset").addEventListener("click", () => {
    search.value = "";
    for (const select of selects) select.value = "";
    update();
    search.focus();
  });
  restore();
  show();
  controls.hidden = false;
})();
