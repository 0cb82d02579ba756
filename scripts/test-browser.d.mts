import type { LaunchOptions } from 'playwright'
export function browserOptions(): Promise<LaunchOptions>
export function fetchBrowser(): boolean
