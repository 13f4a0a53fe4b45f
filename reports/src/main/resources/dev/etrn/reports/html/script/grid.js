// Arrow keys in a table of links: one stop of the Tab key, and from there cell by cell.

/** @return the function that chooses the stop anew after rows were hidden or shown */
function startGrid(table) {
  let stop = null;
  table.setAttribute('role', 'grid');
  all('tbody a', table).forEach((link) => { link.tabIndex = -1; });

  const isShown = (link) => link && !link.closest('[hidden]');

  function stopAt(link) {
    if (stop) { stop.tabIndex = -1; }
    stop = link || null;
    if (stop) { stop.tabIndex = 0; }
  }

  function choose() {
    if (!isShown(stop)) {
      stopAt(all('tbody a', table).find(isShown));
    }
  }

  /** The next link in this direction, past hidden and empty cells. */
  function along(cell, next) {
    for (let other = next(cell); other; other = next(other)) {
      const link = other.querySelector('a');
      if (isShown(link)) { return link; }
    }
    return null;
  }

  function vertical(link, step) {
    const rows = all('tr[data-area]', table).filter((row) => !row.closest('[hidden]'));
    const cell = link.closest('td, th');
    for (let i = rows.indexOf(cell.parentElement) + step; rows[i]; i += step) {
      const other = rows[i].cells[cell.cellIndex].querySelector('a');
      if (isShown(other)) { return other; }
    }
    return null;
  }

  const moves = {
    ArrowUp: (link) => vertical(link, -1),
    ArrowDown: (link) => vertical(link, 1),
    ArrowLeft: (link) => along(link.closest('td, th'), (cell) => cell.previousElementSibling),
    ArrowRight: (link) => along(link.closest('td, th'), (cell) => cell.nextElementSibling),
    Home: (link) => all('a', link.closest('tr')).find(isShown),
    End: (link) => all('a', link.closest('tr')).filter(isShown).pop(),
  };

  table.addEventListener('keydown', (event) => {
    const link = event.target.closest('tbody a');
    const move = moves[event.key];
    if (!link || !move || event.ctrlKey || event.altKey || event.metaKey) { return; }
    event.preventDefault();
    const to = move(link);
    if (to) { to.focus(); }
  });
  table.addEventListener('focusin', (event) => {
    const link = event.target.closest('tbody a');
    if (link) { stopAt(link); }
  });
  return choose;
}
