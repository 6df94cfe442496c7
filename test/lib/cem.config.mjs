import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const toDist = path => path?.replace(/^(\.\/)?src\//, 'dist/').replace(/\.ts$/, '.js');

/** The manifest is published: it names the built files and leaves private things out. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.path = toDist(module.path);
      for (const entry of module.exports ?? [])
        if (entry.declaration?.module) entry.declaration.module = toDist(entry.declaration.module);
      for (const declaration of module.declarations ?? []) {
        // The analyzer takes the variable in new CustomEvent(type) for an event's name.
        declaration.events &&= declaration.events.filter(({ name }) => name.startsWith('timeline-'));
        declaration.members &&= declaration.members.filter(
          member => !['private', 'protected'].includes(member.privacy) && !/^[_#]/.test(member.name),
        );
      }
    }
  },
};

export default {
  globs: ['src/timeline-view.ts', 'src/index.ts'],
  litelement: true,
  outdir: 'dist',
  packagejson: false,
  plugins: [
    published,
    customElementVsCodePlugin({
      outdir: 'dist',
      htmlFileName: 'vscode.html-custom-data.json',
      cssFileName: 'vscode.css-custom-data.json',
      hideLogs: true,
    }),
    customElementJetBrainsPlugin({ outdir: 'dist', packageJson: false, hideLogs: true }),
  ],
};
