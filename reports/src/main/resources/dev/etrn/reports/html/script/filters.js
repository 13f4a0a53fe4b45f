// The filters: each narrows the list, and a live region counts the rows that are left.

/** @param changed is called when the visible rows have changed */
function startFilters(table, changed) {
  const panel = document.getElementById('filters');
  const shown = document.getElementById('shown');
  const rows = all('tr[data-area]', table).map((row) => ({
    row,
    levels: row.dataset.levels.split(' '),
    cells: row.dataset.kind ? [row] : all('td[data-kind]', row),
  }));

  function textOf(one) {
    if (one.text === undefined) {
      const titles = all('a[title]', one.row).map((link) => link.title);
      one.text = [one.row.textContent, ...titles].join(' ').toLowerCase();
    }
    return one.text;
  }

  const value = (name) => panel.querySelector(`[data-filter="${name}"]`).value.trim().toLowerCase();
  const pressed = (name) => all(`button[data-${name}][aria-pressed="true"]`, panel)
    .map((button) => button.dataset[name]);

  function state() {
    return { kinds: pressed('kind'), columns: pressed('column'), level: value('level').toUpperCase(),
      area: value('area'), words: value('text').split(/\s+/).filter(Boolean) };
  }

  function fits(one, wanted) {
    return (!wanted.area || one.row.dataset.area === wanted.area)
      && (!wanted.level || one.levels.includes(wanted.level))
      && wanted.words.every((word) => textOf(one).includes(word))
      && (!wanted.kinds.length || one.cells.some((cell) => !cell.classList.contains('other')));
  }

  /** Dims the cells of other kinds, and of targets that are not selected. */
  function stepBack(cell, wanted) {
    const column = cell.dataset.column;
    cell.classList.toggle('other',
      (wanted.kinds.length > 0 && !wanted.kinds.includes(cell.dataset.kind))
      || (column !== undefined && wanted.columns.length > 0 && !wanted.columns.includes(column)));
  }

  function apply() {
    const wanted = state();
    all('[data-column]', table).forEach((cell) => {
      cell.hidden = wanted.columns.length > 0 && !wanted.columns.includes(cell.dataset.column);
    });
    let count = 0;
    rows.forEach((one) => {
      one.cells.forEach((cell) => stepBack(cell, wanted));
      one.row.hidden = !fits(one, wanted);
      count += one.row.hidden ? 0 : 1;
    });
    all('tbody', table).forEach((body) => {
      body.hidden = !all('tr[data-area]', body).some((row) => !row.hidden);
    });
    shown.textContent = `${count} of ${rows.length} ${shown.dataset.noun}`;
    changed();
  }

  function clear() {
    all('[data-filter]', panel).forEach((field) => { field.value = ''; });
    all('button[aria-pressed]', panel).forEach((b) => b.setAttribute('aria-pressed', 'false'));
    apply();
  }

  panel.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button && button.hasAttribute('data-clear')) {
      clear();
    } else if (button) {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      apply();
    }
  });
  panel.addEventListener('input', apply);
  panel.hidden = false;
  apply();
}
