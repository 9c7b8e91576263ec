// Two papers beside each other scroll together, by the share of each that has been read.
const sides = document.querySelectorAll('.reading.two .papertext');
let leader = null;
sides.forEach((side, i) => side.addEventListener('scroll', () => {
  if (sides.length < 2 || (leader !== null && leader !== side)) return;
  leader = side;
  const other = sides[1 - i];
  const span = side.scrollHeight - side.clientHeight;
  other.scrollTop = span > 0 ? side.scrollTop / span * (other.scrollHeight - other.clientHeight) : 0;
  requestAnimationFrame(() => { leader = null; });
}));
document.querySelector('.papertext .chosen')?.scrollIntoView({ block: 'center' });
