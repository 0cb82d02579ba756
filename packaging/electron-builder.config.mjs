/**
 * How the installers are built (`npm run package`). Folders are named from the repository's.
 * What comes of it is tested by packaging/*.test.ts (`npm run test:packed`).
 */

import { packages as nodePackages } from '../scripts/node-program.mjs'

/**
 * What is packed for one system: the built program and what it reads. Of node_modules electron-builder adds what
 * package.json calls "dependencies". A system must name all of it: with files here and there, electron-builder takes the
 * system's list alone, and a list of nothing but exceptions for everything.
 */
const filesFor = (system) => [
  'out/**',
  'resources/**',
  'LICENSE',
  'package.json',
  // better-sqlite3 brings a binary for every system.
  `!**/node_modules/better-sqlite3/prebuilds/!(${system}-\${arch}).node`,
  // Node for the scripts; Electron has its own.
  `!**/node_modules/{${Object.values(nodePackages).join(',')}}{,/**}`,
  // What no program opens.
  '!**/node_modules/better-sqlite3/{deps,src,binding.gyp}{,/**}',
  '!**/node_modules/{node-addon-api,@types,undici-types}{,/**}',
  '!**/node_modules/docx/dist/!(index.mjs)',
  '!**/node_modules/tinyld/{bin,playground,tests-integration,index.html,banner.png,logo.png}{,/**}',
  '!**/node_modules/tinyld/dist/!(tinyld.normal.node.mjs)',
  '!**/node_modules/**/*.{map,ts,mts,cts,flow}',
  '!**/node_modules/**/{README,Readme,readme,CHANGELOG,Changelog,changelog,HISTORY,History}.md',
]

export const config = {
  appId: 'org.counterpoint.Counterpoint',
  productName: 'Counterpoint',
  copyright: 'Copyright © 2026 Counterpoint contributors',
  artifactName: 'counterpoint-${version}-${os}-${arch}.${ext}',
  directories: { buildResources: 'packaging', output: 'dist' },
  // A deb or rpm must name a home page and a maintainer. Until the project has its own, these are names that RFC 2606
  // keeps free for ever; change them before anything is published.
  extraMetadata: {
    homepage: 'https://counterpoint.invalid/',
    optionalDependencies: null,
    author: { name: 'Counterpoint contributors', email: 'maintainers@counterpoint.invalid' },
  },

  asar: { smartUnpack: false },
  // The system loads a library from a file only. All else, threads included, runs from within the archive.
  asarUnpack: ['**/*.node'],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    // The page is served by our own scheme; nothing is opened as file:.
    grantFileProtocolExtraPrivileges: false,
    // No cookie is ever set, and a key in the system's keyring is asked for with a prompt on some desktops.
    enableCookieEncryption: false,
  },
  // The binaries are made for Node-API: nothing is compiled.
  npmRebuild: false,
  // Nothing is published, and no program looks for a newer one.
  publish: null,

  linux: {
    target: ['deb', 'rpm', 'AppImage'],
    executableName: 'counterpoint',
    syncDesktopName: true,
    icon: 'packaging/icons/linux',
    category: 'Office',
    synopsis: 'Compare what different parties say',
    // Only named in the desktop entry: fileAssociations would define these types anew for the whole system.
    mimeTypes: ['text/plain', 'text/markdown', 'text/html'],
    files: filesFor('linux'),
  },
  // By itself it would recommend a library for tray icons, of which there are none.
  deb: { recommends: [] },
  // This runtime needs no libfuse2, which Ubuntu no longer installs.
  toolsets: { appimage: '1.0.3' },

  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
    icon: 'packaging/icons/icon.ico',
    files: filesFor('win32'),
  },
  nsis: {
    oneClick: true,
    perMachine: false,
    packElevateHelper: false,
    differentialPackage: false,
    createDesktopShortcut: false,
    // Adds Counterpoint to "Open with". fileAssociations would make it what opens every .txt and .html.
    include: 'packaging/open-with.nsh',
  },

  mac: {
    target: [{ target: 'dmg', arch: ['arm64', 'x64'] }],
    icon: 'packaging/icons/icon.icns',
    category: 'public.app-category.productivity',
    darkModeSupport: true,
    // Signed by nobody, as arm64 wants at the least: macOS asks once more before it opens it. More needs an Apple ID.
    identity: '-',
    // Such a signature has no team, so the hardened runtime would refuse Electron's own libraries.
    hardenedRuntime: false,
    fileAssociations: [
      { ext: ['txt'], name: 'Plain text', role: 'Editor', rank: 'Alternate' },
      { ext: ['md', 'markdown'], name: 'Markdown', role: 'Editor', rank: 'Alternate' },
      { ext: ['html', 'htm'], name: 'Web page', role: 'Viewer', rank: 'Alternate' },
    ],
    files: filesFor('darwin'),
  },
  dmg: { writeUpdateInfo: false },
}

/** The AppImage has a starting script of its own beside the program, in place of electron-builder's. */
export const appImageConfig = { ...config, extraFiles: [{ from: 'packaging/app-run.sh', to: 'AppRun' }] }
