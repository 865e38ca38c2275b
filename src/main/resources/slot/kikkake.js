// Kikkake on a shop's page: docs/slot.md. Waits for nothing, throws nothing.
(() => {
  const { src, dataset: { key = "" } } = document.currentScript;
  const server = new URL(".", src), WAIT = 5000, MOST = 10, KEPT = 50;
  let memory = {}, timer;

  const safe = (work) => (...given) => { try { return work(...given); } catch {} };
  const now = () => new Date().toISOString();

  // Without storage, until the page ends.
  const load = () => {
    try { memory = JSON.parse(localStorage.kikkake || "{}"); } catch {}
    return { looks: 0, queue: [], ...memory };
  };
  const save = (change) => {
    memory = { ...load(), ...change };
    try { localStorage.kikkake = JSON.stringify(memory); } catch {}
  };
  const visitor = (id = load().visitor || crypto.randomUUID()) =>
    (save({ visitor: id }), id);

  const post = (batch) => {
    const url = server + "collect?" + new URLSearchParams({ key });
    const body = JSON.stringify({ batch, sentAt: now() });
    const done = () =>
      save({ queue: load().queue.filter((look) => !body.includes(JSON.stringify(look))) });
    if (navigator.sendBeacon?.(url, body)) done();
    else fetch(url, { method: "POST", body, keepalive: true })
      .then(({ status }) => status > 428 || done()).catch(() => {});
  };
  const send = safe(() => {
    timer = clearTimeout(timer);
    const { queue } = load();
    while (queue.length) post(queue.splice(0, MOST));
  });
  const tell = (event) => safe((product_id) => {
    const look = { event, anonymousId: visitor(), timestamp: now(), properties: { product_id } };
    const { looks, queue } = load();
    save({ looks: looks + 1, queue: [...queue, look].slice(-KEPT) });
    timer ||= setTimeout(send, WAIT);
  });

  const make = (tag, name, more) =>
    Object.assign(document.createElement(tag), { className: "kikkake-" + name, ...more });
  const web = (url) => /^https?:\/\//i.test(url);
  const tile = ({ url, image, title, price, reason }) => {
    const a = make("a", "item", web(url) && { href: url });
    if (web(image)) a.append(make("img", "image", { src: image, alt: "" }));
    for (const [name, textContent] of Object.entries({ title, price, reason: reason.text }))
      a.append(make("span", name, { textContent }));
    return a;
  };
  const slot = safe((element, options) => {
    const { visitor, looks } = load();
    // With `looks`, kept answers end at the next look.
    const query = new URLSearchParams({ key, ...options, ...(visitor && { visitor, looks }) });
    fetch(server + "recommendations?" + query)
      .then((answer) => answer.json())
      .then(({ items }) => items[0] && element.replaceChildren(...items.map(tile)))
      .catch(() => {});
  });

  window.kikkake = {
    view: tell("Product Viewed"), add: tell("Product Added"), remove: tell("Product Removed"),
    slot, send, visitor: safe(visitor),
    forget: safe(() => { memory = {}; localStorage.removeItem("kikkake"); }),
  };
  addEventListener("pagehide", send);
  document.addEventListener("visibilitychange", send);
  timer = setTimeout(send, WAIT);
})();
