// Starts the parts that this page has.

const cells = document.querySelector('table.cells');
if (cells) {
  startFilters(cells, startGrid(cells));
  startDrawer(cells);
}
