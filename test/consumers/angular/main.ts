import { Component, computed, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'timeline-view';
import type { TimelineEventMap } from 'timeline-view';
import { events } from './events.js';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <input #field id="search" type="search" aria-label="Search" (input)="text.set(field.value)" />
      <label><input #box id="crewed" type="checkbox" (change)="crewed.set(box.checked)" /> Crewed</label>
      <button id="again" (click)="renders.set(renders() + 1)">Rendered {{ renders() }} times</button>
      <button id="toggle" (click)="shown.set(!shown())">{{ shown() ? 'Hide' : 'Show' }} the timeline</button>
      <p>
        Selected: <output id="selected">{{ selected() }}</output>
      </p>
      <ul id="list">
        @for (event of found(); track event.id) {
          <li>{{ event.title }}</li>
        }
      </ul>
      @if (shown()) {
        <timeline-view
          label="Landings on the Moon"
          view="1955/2030"
          [events]="found()"
          [filter]="crewed() ? { tags: ['crewed'] } : {}"
          (timeline-select)="select($event)"
        ></timeline-view>
      }
    </main>
  `,
})
class App {
  readonly text = signal('');
  readonly crewed = signal(false);
  readonly renders = signal(1);
  readonly shown = signal(true);
  readonly selected = signal('none');
  readonly found = computed(() =>
    events.filter(({ title }) => title?.toLowerCase().includes(this.text().toLowerCase())),
  );

  select({ detail }: TimelineEventMap['timeline-select']) {
    this.selected.set(detail.event?.title ?? 'none');
  }
}

void bootstrapApplication(App);
