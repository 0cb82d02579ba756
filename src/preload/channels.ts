/** The two IPC channels between the page and main. There are no others. */
export const CALL_CHANNEL = 'counterpoint:call'
export const EVENT_CHANNEL = 'counterpoint:event'
