/** Whether a folder is kept in step with other devices, or lies on a network drive: both can take a library's file away. */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** As `/proc/self/mounts` calls them (proc_pid_mounts(5)). */
const networkFileSystems = /^(?:nfs4?|cifs|smb3|smbfs|9p|afs|ceph|davfs2?|glusterfs|fuse\.(?:sshfs|rclone|gvfsd-fuse|davfs2?|glusterfs|s3fs|smbnetfs))$/

/** By the name of a folder above it, as each program makes it on the systems it runs on. */
const programs: [string, RegExp][] = [
  ['Dropbox', /^Dropbox(?: \(.+\)|-.+)?$/],
  ['OneDrive', /^OneDrive(?: ?- ?.+)?$/],
  ['Google Drive', /^(?:Google ?Drive(?:-.+)?|My Drive)$/],
  ['iCloud Drive', /^(?:Mobile Documents|iCloudDrive)$/],
  ['Nextcloud', /^Nextcloud$/],
]

/** "Dropbox", "Syncthing", "a network drive"; undefined for an ordinary folder. `mounts`: the system's table of mounts. */
export function syncedBy(folder: string, mounts = mountTable()): string | undefined {
  const real = realPath(folder)
  const above = ancestors(real)
  const program = programs.find(([, pattern]) => above.some((one) => pattern.test(path.basename(one))))?.[0]
  if (program) return program
  if (above.some((one) => existsSync(path.join(one, '.stfolder')))) return 'Syncthing'
  return real.startsWith('\\\\') || networkFileSystems.test(fileSystemOf(real, mounts)) ? 'a network drive' : undefined
}

/** The folder itself and those above it. */
function ancestors(folder: string): string[] {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [folder, ...ancestors(parent)]
}

/** The kind of the file system that is mounted nearest above; the later of two in the same place. */
function fileSystemOf(folder: string, mounts: string): string {
  let [nearest, kind] = ['', '']
  for (const line of mounts.split('\n')) {
    const [, place = '', type = ''] = line.split(' ')
    const point = place.replace(/\\(\d{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    const isAbove = folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`)
    if (point && isAbove && point.length >= nearest.length) [nearest, kind] = [point, type]
  }
  return kind
}

/** Empty where the system has none. */
function mountTable(): string {
  try {
    return readFileSync('/proc/self/mounts', 'utf8')
  } catch {
    return ''
  }
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return path.resolve(folder)
  }
}
