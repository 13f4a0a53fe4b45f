// A transcript, as TranscriptText writes it, on one time line.

const EVENT = /^([+-]\d+\.\d{6})\d* (\S+) (\S+) ?(.*)$/;
const CONTINUED = '   | ';
const ESCAPES = /((?:\\(?:[rnt\\]|x[0-9A-F]{2}))+)/;
const KINDS = { '>': '> sent', '<': '< read' };

/** The octets, with escapes of unprintable ones set apart. */
function octets(text) {
  return text.split(ESCAPES).map((part, i) => (i % 2 ? make('span', { class: 'escape' }, part) : part));
}

function eventItem(line) {
  const [, time, end, kind, text] = EVENT.exec(line) || [null, '', '', '', line];
  const side = /^[CSP]\d/.test(end) ? end[0] : 'none';
  return make('li', { class: `side-${side}` },
    make('span', { class: 'time' }, time.replace('+', '')),
    make('span', { class: 'end' }, end.replace('--', '')),
    make('span', { class: 'kind' }, KINDS[kind] || kind),
    make('span', { class: 'octets' }, ...octets(text)));
}

function addLines(list, text) {
  let octetsOfLast = null;
  text.split('\n').forEach((line) => {
    if (line.startsWith(CONTINUED) && octetsOfLast) {
      octetsOfLast.append('\n', ...octets(line.slice(CONTINUED.length)));
    } else if (line && !/^(etrn-transcript |case |#)/.test(line)) {
      const item = eventItem(line);
      octetsOfLast = item.lastChild;
      list.append(item);
    }
  });
}

/** @param cut the text, with the number of characters that are left out, and the file of the whole transcript */
function transcript(cut, file) {
  const list = make('ol', { class: 'transcript', tabindex: '0',
    'aria-label': 'Transcript of both ends on one time line' });
  addLines(list, cut.head);
  if (cut.left) {
    list.append(make('li', { class: 'left-out' },
      `${cut.left.toLocaleString('en')} characters are left out here; the whole transcript is in ${file}.`));
    addLines(list, cut.tail);
  }
  return list;
}
