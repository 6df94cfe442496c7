import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { TimelineView } from 'timeline-view/react.js';
import { events } from './events.js';

function App() {
  const [text, setText] = useState('');
  const [crewed, setCrewed] = useState(false);
  const [renders, setRenders] = useState(1);
  const [shown, setShown] = useState(true);
  const [selected, setSelected] = useState('none');
  const found = events.filter(({ title }) => title?.toLowerCase().includes(text.toLowerCase()));

  return (
    <main>
      <input
        id="search"
        type="search"
        aria-label="Search"
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <label>
        <input
          id="crewed"
          type="checkbox"
          checked={crewed}
          onChange={event => setCrewed(event.currentTarget.checked)}
        />{' '}
        Crewed
      </label>
      <button id="again" onClick={() => setRenders(renders + 1)}>
        Rendered {renders} times
      </button>
      <button id="toggle" onClick={() => setShown(!shown)}>
        {shown ? 'Hide' : 'Show'} the timeline
      </button>
      <p>
        Selected: <output id="selected">{selected}</output>
      </p>
      <ul id="list">
        {found.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      {shown && (
        <TimelineView
          label="Landings on the Moon"
          view="1955/2030"
          events={found}
          filter={crewed ? { tags: ['crewed'] } : {}}
          onTimelineSelect={({ detail }) => setSelected(detail.event?.title ?? 'none')}
        />
      )}
    </main>
  );
}

createRoot(document.getElementById('app')!).render(<App />);
