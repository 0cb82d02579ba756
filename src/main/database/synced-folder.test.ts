import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing.ts'
import { syncedBy } from './synced-folder.ts'

test.each([
  ['Dropbox/Research/library', 'Dropbox'],
  ['Dropbox (Personal)/library', 'Dropbox'],
  ['Library/CloudStorage/Dropbox-Work/library', 'Dropbox'],
  ['OneDrive - Vell University/library', 'OneDrive'],
  ['Library/CloudStorage/OneDrive-Personal/library', 'OneDrive'],
  ['Library/CloudStorage/GoogleDrive-ana@vell.example/My Drive/library', 'Google Drive'],
  ['Google Drive/library', 'Google Drive'],
  ['Library/Mobile Documents/com~apple~CloudDocs/library', 'iCloud Drive'],
  ['iCloudDrive/library', 'iCloud Drive'],
  ['Nextcloud/library', 'Nextcloud'],
  ['Documents/library', undefined],
  ['About Dropbox/library', undefined],
  ['OneDriver/library', undefined],
])('%s is in %s', (folder, expected) => {
  expect(syncedBy(join(temporaryFolder(), folder), '')).toBe(expected)
})

test('Syncthing is known by its mark in a folder above, also behind a link', () => {
  const home = temporaryFolder()
  mkdirSync(join(home, 'shared', '.stfolder'), { recursive: true })
  mkdirSync(join(home, 'shared', 'research', 'library'), { recursive: true })
  symlinkSync(join(home, 'shared', 'research'), join(home, 'link'))
  expect(syncedBy(join(home, 'shared', 'research', 'library'), '')).toBe('Syncthing')
  expect(syncedBy(join(home, 'link', 'library'), '')).toBe('Syncthing')
})

const mounts = `/dev/sda1 / ext4 rw 0 0
server:/export /mnt/office nfs4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
/dev/sdb1 /mnt/office/stick vfat rw 0 0
ana@host: /home/ana/remote fuse.sshfs rw 0 0
/dev/sdc1 /media/ntfs fuseblk rw 0 0
`

test.skipIf(process.platform === 'win32').each([
  ['/mnt/office', 'a network drive'],
  ['/mnt/office/team/library', 'a network drive'],
  ['/mnt/my share/library', 'a network drive'],
  ['/home/ana/remote/library', 'a network drive'],
  ['/mnt/office/stick/library', undefined],
  ['/mnt/officer/library', undefined],
  ['/media/ntfs/library', undefined],
  ['/home/ana/library', undefined],
])('%s is on %s', (folder, expected) => {
  expect(syncedBy(folder, mounts)).toBe(expected)
})
