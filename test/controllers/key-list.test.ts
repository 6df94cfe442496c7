import { expect } from '@open-wc/testing';
import { keyFor, listKeys } from '../../src/controllers/key-list.js';
import { editCommand } from '../../src/edit/edit-command.js';
import { keyAction } from '../../src/controllers/keys.js';

const NAMED = 'ArrowLeft ArrowRight ArrowUp ArrowDown Home End PageUp PageDown Escape Enter Tab Delete F1';
const UNIVERSE = [...NAMED.split(' '), ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))];
const DIRECTIONS = [false, true].flatMap(rtl => [false, true].map(vertical => ({ rtl, vertical })));
const press = (key: string, shiftKey = false) => ({
  key,
  shiftKey,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
});

describe('listKeys(surroundings)', () => {
  it('leaves out nothing that a key does', () => {
    for (const directions of DIRECTIONS) {
      const done = new Set(
        UNIVERSE.flatMap(key => [false, true].map(shift => keyAction(press(key, shift), directions))),
      );
      done.delete(null);
      const listed = listKeys({
        ...directions,
        events: true,
        lanes: true,
        titles: true,
        overview: false,
        editable: false,
        search: true,
        story: true,
      });
      // Those of the browser and of the toolbar are none of the events'.
      const told = listed.filter(({ does }) => !['keys-stops', 'keys-toolbar', 'keys-open'].includes(does));
      const actions = told.flatMap(({ keys }) =>
        keys.map(({ key, shiftKey }) => keyAction(press(key, shiftKey), directions)),
      );
      expect(actions.sort(), JSON.stringify(directions)).to.eql([...done].sort());
      expect(listed.every(({ keys }) => keys.length > 0) || directions.vertical).to.equal(true);
    }
  });

  it('tells of the keys that edit, where they do', () => {
    const layouts = [
      { layout: 'horizontal', vertical: false },
      { layout: 'vertical', vertical: true },
    ] as const;
    const surroundings = {
      rtl: false,
      events: true,
      lanes: true,
      titles: true,
      overview: false,
      search: false,
      story: false,
    };
    for (const { layout, vertical } of layouts) {
      const plain = listKeys({ ...surroundings, vertical, editable: false });
      const listed = listKeys({ ...surroundings, vertical, editable: true }).slice(plain.length - 2, -2);
      const commands = listed.flatMap(({ keys }) =>
        keys.map(key =>
          editCommand({ altKey: false, ctrlKey: false, metaKey: false, ...key }, { layout, rtl: false }),
        ),
      );
      const does = (grip: string) => [-1, 1].map(by => ({ does: 'move', grip, by }));
      const rest = ['add', 'delete', 'undo', 'redo', 'redo'].map(name => ({ does: name }));
      expect(commands, layout).to.deep.equal([...does('whole'), ...does('end'), ...does('start'), ...rest]);
    }
  });

  it('keyFor is the way back of keyAction', () => {
    for (const directions of DIRECTIONS)
      for (const key of UNIVERSE) {
        const action = keyAction(press(key), directions);
        if (!action) continue;
        const found = keyFor(action, directions)!;
        expect(keyAction(press(found.key, found.shiftKey), directions)).to.equal(action);
      }
  });
});
