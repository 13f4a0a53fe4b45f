// Plots of the lines that the page has as data. Each line has its own colour and dashes, so either identifies it.

const LOOKS = [['--note', []], ['--fail', [6, 4]], ['--pass', [2, 3]], ['--warn', [10, 3, 2, 3]], ['--none', [1, 4]]];
const FAINT = '33';
const HEIGHT = 260;
const NARROWEST = 280;
const WHOLE_STEPS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 28800, 86400];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The percentile of each tick of an axis of nines, whose values are 1 / (1 - p). */
function percentiles(u, ticks) {
  return ticks.map((tick) => (tick ? String(+(100 - 100 / tick).toFixed(4)) : ''));
}

/** The ticks with as many decimals as distinguish one from the next. */
function numbers(u, ticks, i, space, step) {
  const most = Math.max(0, Math.ceil(-Math.log10(step)));
  return ticks.map((tick) => tick.toLocaleString('en', { maximumFractionDigits: most }));
}

function axis(about) {
  const rule = { stroke: colour('--line'), width: 1 };
  return { label: about.label, stroke: colour('--ink'), grid: rule, ticks: rule };
}

function across(about) {
  return { ...axis(about), ...(about.scale === 'NINES' ? { values: percentiles } : { incrs: WHOLE_STEPS }) };
}

function upwards(about) {
  return { ...axis(about), size: 70, ...(about.scale === 'LINEAR' ? { values: numbers } : {}) };
}

function scale(about) {
  return { time: false, distr: about.scale === 'LINEAR' ? 1 : 3, ...(about.range ? { range: about.range } : {}) };
}

/** The range of an axis, with room on both sides of a single value. */
function scaleAcross(about, at) {
  return { ...scale(about), ...(at.length === 1 ? { range: [at[0] - 1, at[0] + 1] } : {}) };
}

function line(about, i, filled) {
  const [name, dash] = LOOKS[i % LOOKS.length];
  const stroke = colour(name);
  return { label: about.name, stroke, width: 2, dash, ...(filled ? { fill: stroke + FAINT } : {}) };
}

/** Draws a mark: a line down from its name. */
function drawMarks(u, marks) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`;
  ctx.fillStyle = colour('--ink');
  ctx.strokeStyle = colour('--soft');
  ctx.lineWidth = devicePixelRatio;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  marks.forEach((mark) => {
    const x = Math.round(u.valToPos(mark.at, 'x', true));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(mark.text, x + 4 * devicePixelRatio, bbox.top + 2 * devicePixelRatio);
  });
  ctx.restore();
}

function options({ at = [], x, y, lines = [], filled, marks = [] }, width) {
  return { width, height: HEIGHT, scales: { x: scaleAcross(x, at), y: scale(y) },
    axes: [across(x), upwards(y)],
    series: [{ label: x.label }, ...lines.map((one, i) => line(one, i, filled))],
    legend: { markers: { dash: (u, i) => (u.series[i].dash.length ? 'dashed' : 'solid') } },
    hooks: { draw: [(u) => drawMarks(u, marks)] } };
}

/** @return the function that draws the plot anew, in the width of its place and the current colours */
function start(plot) {
  const place = document.getElementById(plot.id);
  const width = () => Math.max(NARROWEST, place.clientWidth);
  const values = [plot.at || [], ...(plot.lines || []).map((one) => one.values || [])];
  let drawn = null;
  const draw = () => {
    if (drawn) { drawn.destroy(); }
    drawn = new uPlot(options(plot, width()), values, place);
  };
  draw();
  new ResizeObserver(() => {
    if (drawn.width !== width()) { drawn.setSize({ width: width(), height: HEIGHT }); }
  }).observe(place);
  return draw;
}

const drawings = block('#plots').map(start);
['print', '(prefers-color-scheme: dark)'].forEach((media) => {
  matchMedia(media).addEventListener('change', () => drawings.forEach((draw) => draw()));
});
