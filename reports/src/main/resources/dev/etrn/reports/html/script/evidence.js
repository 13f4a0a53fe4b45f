// The evidence of one case at one target, from the catalogue and from the results of the run.

function own(object, key) {
  return Object.prototype.hasOwnProperty.call(object || {}, key) ? object[key] : null;
}

/** The target that a link names before its last slash; empty if there is only one target. */
function targetOf(link) {
  return link.slice(0, Math.max(0, link.lastIndexOf('/')));
}

/** @param link the id of a case, behind its target */
function evidence(link) {
  const target = targetOf(link);
  const id = link.slice(link.lastIndexOf('/') + 1);
  const about = own(block('#catalogue').cases, id);
  const result = own(block(`.evidence[data-target="${CSS.escape(target)}"]`), id);
  return about && result ? { link, target, id, about, result } : null;
}

function verdictMark(name) {
  const verdict = own(block('#catalogue').verdicts, name) || { mark: '', label: name };
  return make('span', { class: `verdict ${name}` },
    make('span', { 'aria-hidden': 'true' }, verdict.mark), ` ${verdict.label}`);
}

function requirement(id, isBroken) {
  const known = own(block('#catalogue').requirements, id);
  return make('p', {}, make('strong', {}, id), isBroken ? ' broken' : '',
    known ? ` (${known.level}, ${known.spec}): ${known.sentence}` : '');
}

/** The requirements of the case, the broken ones first. */
function requirements(covered, broken) {
  return [...new Set([...broken, ...covered])].map((id) => requirement(id, broken.includes(id)));
}

function waived(waiver) {
  const link = waiver.link ? make('a', { href: waiver.link, rel: 'noreferrer' }, waiver.link) : '';
  return make('dd', {}, `${waiver.reason} (until ${waiver.expires}) `, link);
}

function terms(found) {
  const { about, result } = found;
  const list = make('dl');
  const add = (term, ...described) => described[0] && list.append(make('dt', {}, term),
    ...described.map((one) => (one.tagName === 'DD' ? one : make('dd', {}, one))));
  add('Expected', about.expected);
  add('Observed', result.observed);
  add('Before', result.before && make('dd', {}, verdictMark(result.before.verdict),
    ` ${result.before.observed || ''}`));
  add('In practice', result.meaning);
  add(`Waiver (${result.waiver ? result.waiver.kind : ''})`, result.waiver && waived(result.waiver));
  add('Requirements', ...requirements(about.requirements, result.broken || []));
  add('Repeat with', result.replay && make('code', { class: 'command' }, result.replay));
  add('Link, time', make('dd', {}, make('a', { href: `#${found.link}` }, `#${found.link}`),
    result.millis ? `, ${result.millis} ms` : ''));
  return list;
}

/** Everything about one result, under a heading that takes the focus. */
function evidenceView(found) {
  const { about, result } = found;
  const words = [result.attempts, result.waiver && result.waiver.word].filter(Boolean).join(', ');
  return [
    make('h2', { id: 'drawer-title', tabindex: '-1' }, about.title),
    make('p', { class: 'about' }, result.verdict ? verdictMark(result.verdict) : 'no longer there',
      words ? ` (${words})` : '', found.target ? ` at ${found.target}, ` : ', ',
      make('code', {}, found.id)),
    terms(found),
    result.transcript ? make('h3', {}, 'Transcript') : '',
    result.transcript ? transcript({ left: 0, tail: '', ...result.transcript }, result.file) : '',
  ].filter(Boolean);
}
