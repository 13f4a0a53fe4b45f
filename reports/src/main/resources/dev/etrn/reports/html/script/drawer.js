// The drawer: the fragment of the address names what is open, so each cell has a permanent link.

function startDrawer(table) {
  const drawer = document.getElementById('drawer');
  const place = document.getElementById('evidence');
  const position = document.getElementById('position');
  let open = null;

  const linkOf = (link) => link.getAttribute('href').slice(1);
  const linkTo = (found) => all('tbody a', table).find((link) => linkOf(link) === found.link);

  /** The links of Previous and Next: the listed cases at the same target. */
  function listed() {
    return all('tbody a', table).filter((link) => !link.closest('[hidden]')).map(linkOf)
      .filter((link) => targetOf(link) === open.target);
  }

  function showPosition() {
    const links = listed();
    const at = links.indexOf(open.link);
    position.textContent = at < 0 ? '' : `${at + 1} of ${links.length}`;
  }

  function show(found) {
    const moved = drawer.open;
    open = found;
    place.replaceChildren(...evidenceView(found));
    place.scrollTop = 0;
    if (!moved) { drawer.showModal(); }
    if (!moved || !drawer.contains(document.activeElement)) { document.getElementById('drawer-title').focus(); }
    showPosition();
  }

  function follow() {
    const found = fragment() ? evidence(fragment()) : null;
    if (found) { show(found); } else if (drawer.open) { drawer.close(); }
  }

  function step(by) {
    const links = listed();
    const to = links[links.indexOf(open.link) + by];
    if (to !== undefined) {
      history.replaceState(null, '', `#${to}`);
      follow();
    }
  }

  drawer.addEventListener('close', () => {
    if (fragment() === open.link) { history.replaceState(null, '', location.pathname + location.search); }
    const link = linkTo(open);
    if (link && !link.closest('[hidden]')) { link.focus(); }
  });
  drawer.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (event.target === drawer || (button && button.hasAttribute('data-close'))) {
      drawer.close();
    } else if (button) {
      step(Number(button.dataset.step));
    }
  });
  drawer.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && !event.target.closest('.transcript') && !event.altKey) { step(by); }
  });
  window.addEventListener('hashchange', follow);
  window.addEventListener('load', follow); // Before it, going to the fragment takes the focus away.
}
