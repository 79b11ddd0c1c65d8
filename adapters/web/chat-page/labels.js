const REMEMBERED = "policydesk-language";

let current = remembered() ?? (navigator.language.toLowerCase().startsWith("ko") ? "ko" : "en");
let labels = {};
let longest = 0;

export function language() {
  return current;
}

export function label(name) {
  return labels[name] ?? "";
}

/** A label with its {placeholders} filled in. */
export function fill(name, values) {
  return label(name).replace(/\{(\w+)\}/g, (_whole, key) => String(values[key]));
}

/** Characters. */
export function longestQuestion() {
  return longest;
}

/** Fetches the labels of a language and writes them wherever the page names one. */
export async function useLanguage(next = current) {
  const response = await fetch(`/labels.${next}.json`);
  ({ labels, longestQuestion: longest } = await response.json());
  current = next;
  remember(next);
  document.documentElement.lang = next;
  document.title = label("title");
  for (const place of document.querySelectorAll("[data-label]")) place.textContent = label(place.dataset.label);
  for (const place of document.querySelectorAll("[data-placeholder]"))
    place.setAttribute("placeholder", label(place.dataset.placeholder));
  for (const place of document.querySelectorAll("[data-aria-label]"))
    place.setAttribute("aria-label", label(place.dataset.ariaLabel));
  document.getElementById("switch-language").lang = otherLanguage();
}

export function otherLanguage() {
  return current === "ko" ? "en" : "ko";
}

// A browser may forbid storage: then the choice lasts as long as the page.
function remembered() {
  try {
    const value = localStorage.getItem(REMEMBERED);
    return value === "ko" || value === "en" ? value : null;
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(REMEMBERED, value);
  } catch {}
}
