// No timeline: a box that each input moves by a transform. What its steps take is the browser's own work.

export const prepare = () => null;

export function mount(host) {
  const box = document.createElement('div');
  box.style.cssText = 'width: 100%; height: 100%; background: linear-gradient(90deg, #ccc, #fff)';
  const moved = { by: 0 };
  const move = by => {
    moved.by += by;
    box.style.transform = `translateX(${moved.by}px)`;
  };
  box.addEventListener('pointermove', event => event.buttons && move(event.movementX));
  box.addEventListener(
    'wheel',
    event => {
      event.preventDefault();
      move(event.deltaY / 10);
    },
    { passive: false },
  );
  host.append(box);
  return moved;
}

export const shown = () => true;
export const unmount = host => host.replaceChildren();
export const labels = () => [];
export const position = (host, { by }) => by;
export const grip = host => host.firstChild;
export const pan = 'drag';
export const zoom = 'wheel';
