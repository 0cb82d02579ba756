/** Files that hold one icon in several sizes. Both take pictures as PNG: `{ size, png }`, size in pixels a side. */

/** Apple's icon image: a type and a length before each picture. The types are those that hold PNG, by size. */
const ICNS_TYPES = { 32: ['ic11'], 64: ['ic12'], 128: ['ic07'], 256: ['ic08', 'ic13'], 512: ['ic09', 'ic14'], 1024: ['ic10'] }

export function icns(pictures) {
  const parts = pictures.flatMap(({ size, png }) => ICNS_TYPES[size].map((type) => Buffer.concat([icnsHead(type, png.length), png])))
  return Buffer.concat([icnsHead('icns', parts.reduce((sum, part) => sum + part.length, 0)), ...parts])
}

function icnsHead(type, length) {
  const head = Buffer.from(`${type}0000`, 'latin1')
  head.writeUInt32BE(length + head.length, 4)
  return head
}

/** Windows' icon: a directory of 16 bytes a picture, then the pictures. 256 is written as 0. */
export function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}
