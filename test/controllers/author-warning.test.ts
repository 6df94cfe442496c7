import { expect } from '@open-wc/testing';
import { mount, settled } from '../timeline-view/mounted.js';

const { warn } = console;
let warned: string[] = [];
beforeEach(() => {
  warned = [];
  console.warn = (text: string) => void (text.startsWith('<timeline-view>') && warned.push(text));
});
afterEach(() => {
  console.warn = warn;
});

const sound = { id: 'a', date: '2025', title: 'A' };
const faulty = { id: 'b', date: '2025-13', title: 'B' };

describe('what the author is told', () => {
  it('is wrong with attributes too, in the words of the attribute', async () => {
    const attributes = {
      format: 'xml',
      'max-bytes': '10kb',
      refresh: 'abc',
      view: 'soon',
      'max-events': '0',
    };
    const element = await mount({ events: [sound] }, { attributes });
    await settled(element);
    expect(warned).to.have.length(1);
    expect(element.issues).to.have.length(5);
    expect(warned[0]).to.match(/^<timeline-view>: 5 issues; its property "issues" has all\n/);
    const messages = element.issues.map(({ message }) => message).join('\n');
    expect(messages)
      .to.match(/^max-bytes: invalid value: "10kb"; expected a number from 1 up$/m)
      .and.match(/^refresh: invalid value: "abc"; expected a number from 0 up$/m)
      .and.match(/^max-events: invalid value: "0"; /m);
  });

  it('is what an amendment brings, with the id of its event, and no more once that is mended', async () => {
    const element = await mount({ events: [{ ...faulty, id: 'old' }, sound] });
    await settled(element);
    warned = [];
    const amend = async (change: () => void): Promise<string[]> => {
      change();
      await element.ready;
      return element.issues.map(({ message }) => message.split(': ')[0]!);
    };
    const [old, own] = ['events[0].date', 'add[0].date (id "b")'];
    expect(await amend(() => element.addEvents([faulty]))).to.eql([old, own]);
    expect(warned.splice(0).join()).to.match(
      /^<timeline-view>: 1 new issue; its property "issues" has all 2\n- add\[0\]\.date \(id "b"\): invalid date/,
    );
    expect(await amend(() => element.updateEvents([{ id: 'a', title: 'Z' }]))).to.eql([old, own]);
    expect(warned).to.eql([]);
    expect(await amend(() => element.updateEvents([{ id: 'b', date: '2025-12' }]))).to.eql([old]);
    const other = 'add[0].date (id "c")';
    expect(await amend(() => element.addEvents([{ ...faulty, id: 'c' }]))).to.eql([old, other]);
    expect(await amend(() => element.removeEvents(['c']))).to.eql([old]);
    const updated = 'update[0].date (id "b")';
    expect(await amend(() => element.updateEvents([{ id: 'b', date: '2025-14' }]))).to.eql([old, updated]);
    // It is no better for the one that is told again.
    expect(await amend(() => element.updateEvents([{ id: 'b', place: 'Here' }]))).to.eql([old, updated]);
  });
});
