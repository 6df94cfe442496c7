// In a strip over the text there is no room for lanes under each other: all events share one, and keep their colours.
const timeline = document.querySelector('timeline-view');
const strip = matchMedia('(width < 62rem)');

function arrange() {
  timeline.laneBy = strip.matches ? 'none' : null;
}

strip.addEventListener('change', arrange);
arrange();
