/** In a few words, why Electron's program could not be fetched, and what to do. */
import { NothingCame, Refused } from './downloader.mjs'

const UNTRUSTED = new Set(['SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_HAS_EXPIRED', 'CERT_UNTRUSTED', 'ERR_TLS_CERT_ALTNAME_INVALID'])

/** `url`: what was being fetched, if anything was. `folder`: where the program is to be. */
export function whyFetchFailed(error, { url, folder, env = process.env }) {
  const code = error.cause?.code ?? error.code
  if (isFull(error)) return `the disk is full: make about 500 MB free on the disk of ${error.dest ?? folder} and start again`
  if (mayNotWrite(error)) return `${error.path ?? folder} may not be written to: allow it, or start once as the user whom it belongs to`
  if (code === 'ERR_INVALID_URL') return `its address is none (${error.input ?? url}): correct ELECTRON_MIRROR or the proxy’s address`
  if (isOther(error)) return `what ${host(url)} sent is not Electron’s program (its checksum is another one): start again, or correct ELECTRON_MIRROR`
  return url ? `${fromHost(error, code, host(url))}${through(url, env)}` : error.message
}

function fromHost(error, code, from) {
  if (error instanceof NothingCame) {
    return error.message.startsWith('for')
      ? `nothing more came from ${from} ${error.message}; the next start goes on with what has come`
      : `nothing came from ${from} ${error.message}`
  }
  if (error instanceof Refused) return error.status === 407 ? 'the proxy asks for a name and a password' : `${from} does not give it (${error.message})`
  if (UNTRUSTED.has(code)) return `the certificate of ${from} is not trusted here (${code}): set NODE_EXTRA_CA_CERTS to the file with your company’s certificates`
  if (['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'].includes(code)) return `the network does not reach ${from}`
  if (code) return `the connection to ${from} failed (${code})`
  return `${from}: ${error.cause?.message || error.message}`
}

/** The loader found another checksum than that of Electron's program. */
export function isOther(error) {
  return /did not match expected checksum/.test(error.message)
}

function mayNotWrite(error) {
  return (error.syscall && ['EACCES', 'EPERM', 'EROFS'].includes(error.code)) || /permission denied|access is denied|read-only file system/i.test(error.message)
}

/** The unpacking program names no code. */
export function isFull(error) {
  return error.code === 'ENOSPC' || error.code === 'EDQUOT' || /no space left|not enough space|disk quota|os error (28|112|122)\b/i.test(error.message)
}

function host(url) {
  return URL.parse(url)?.host ?? url
}

/** Names the proxy, without the name and password that may be in its address. */
function through(url, env) {
  const proxy = url.startsWith('https:') ? env.https_proxy || env.HTTPS_PROXY || env.http_proxy || env.HTTP_PROXY : env.http_proxy || env.HTTP_PROXY
  return proxy ? ` (through the proxy ${host(proxy)})` : ''
}
