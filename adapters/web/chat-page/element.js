/** A new element. Strings become text, never markup; null children are left out. Keys with "on" are listeners. */
export function element(tag, properties = {}, ...children) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) created.addEventListener(name.slice(2), value);
    else created.setAttribute(name, value === true ? "" : String(value));
  }
  created.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return created;
}

/** A button that names a section, and below it its document where the section is not the whole of it. */
export function sectionButton({ name, title }, onclick) {
  return element(
    "button",
    { type: "button", class: "chip", onclick },
    element("span", {}, name),
    name === title ? null : element("small", {}, title),
  );
}

let lastId = 0;

export function newId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** Random, also where the page is not served over a secure connection and randomUUID is missing. */
export function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
