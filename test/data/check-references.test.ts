import { expect } from '@open-wc/testing';
import { referenceIssues } from '../../src/data/check-references.js';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';

const issuesOf = (event: object, lanes?: readonly object[]) => {
  const events = [
    { id: 'a', title: 'A', date: '2020' },
    { title: 'B', date: '2020', ...event },
  ];
  const { table } = finish(readTable({ ...(lanes && { lanes }), events }, { textual: true }));
  return referenceIssues(table.document).map(
    ({ code, path, severity, message }) => [code, path, severity, message] as const,
  );
};

describe('referenceIssues(document): what a record points to', () => {
  it('is followed where it is safe, and else an issue says that it is not', () => {
    for (const url of [
      'https://a.example',
      'http://a.example',
      'mailto:a@a.example',
      'a/b?c:d',
      '#x',
      '//a.example',
    ])
      expect(
        issuesOf({ url, sources: [{ title: 'S', url }], media: [{ type: 'link', src: url }] }),
        url,
      ).to.eql([]);
    for (const url of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'ftp://a.example',
    ]) {
      const found = issuesOf({ url, sources: [{ title: 'S', url }], media: [{ type: 'image', src: url }] });
      expect(
        found.map(([code, path, severity]) => [code, path, severity]),
        url,
      ).to.eql([
        ['unknown-scheme', 'events[1].url', 'warning'],
        ['unknown-scheme', 'events[1].sources[0].url', 'warning'],
        ['unknown-scheme', 'events[1].media[0].src', 'warning'],
      ]);
      expect(found[0]![3]).to.match(
        /not followed: ".*"; expected an address that begins with http:.* or mailto:/s,
      );
    }
  });

  it('has a type and a verb that are known, as far as a slip of the pen shows', () => {
    for (const type of ['', 'image', 'image/png', 'application/pdf', 'Video', 'model/gltf'])
      expect(issuesOf({ media: [{ type, src: 'x.png' }] }), type).to.eql([]);
    const [medium] = issuesOf({ media: [{ type: 'picture', src: 'x.png' }] });
    expect(medium![3]).to.match(
      /^events\[1\]\.media\[0\]\.type: unknown type, .*: "picture"; expected one of image, /,
    );
    expect(issuesOf({ media: [{ type: 'vidoe', src: 'x' }] })[0]![3]).to.include('did you mean "video"?');
    for (const rel of ['follows', 'inspires', 'won', 'cites'])
      expect(issuesOf({ links: [{ to: 'a', rel }] }), rel).to.eql([]);
    expect(
      issuesOf({ links: [{ to: 'a', rel: 'folows' }] }).map(([code, , , text]) => `${code} ${text}`),
    ).to.eql(['unknown-relation events[1].links[0].rel: shown as it is: "folows"; did you mean "follows"?']);
  });

  it('stands in a lane, which may be one more, unless its name is nearly that of another', () => {
    const lanes = [{ id: 'town', title: 'Town hall' }, { id: 'Lane 1' }];
    for (const lane of ['zzz', 'Lane 2', 'town', 'Town hall'])
      expect(issuesOf({ lane }, lanes), lane).to.eql([]);
    expect(issuesOf({ lane: 'Town hal' })).to.eql([]);
    expect(issuesOf({ lane: 'Town hal' }, lanes).map(([code, path]) => [code, path])).to.eql([
      ['unknown-lane', 'lanes'],
    ]);
  });

  it('may be anything at all', () => {
    for (const value of [null, 1, 'x', [], [null, 1, 'x', [], {}], {}])
      issuesOf({ url: value, sources: value, media: value, links: value });
  });
});
