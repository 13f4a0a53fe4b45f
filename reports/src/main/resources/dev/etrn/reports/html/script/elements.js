// Elements of the page. Text of a target becomes text nodes only, never markup.

function all(selector, root) {
  return Array.from((root || document).querySelectorAll(selector));
}

/** An element with attributes; children are elements or texts, and absent ones are left out. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children.filter((child) => child !== '' && child !== null && child !== undefined));
  return element;
}

const blocks = new Map();

/** A block of JSON in the page, parsed at its first use. */
function block(selector) {
  if (!blocks.has(selector)) {
    const element = document.querySelector(selector);
    blocks.set(selector, element ? JSON.parse(element.textContent) : {});
  }
  return blocks.get(selector);
}

/** The fragment of the address, which names what is open; empty if it is not a fragment of this page. */
function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch (error) {
    return '';
  }
}
