/** How often a stream of server-sent events sends a heartbeat when it has nothing else to send. */
export const liveHeartbeatSeconds = 25;
/** The heartbeat's event type. A comment would do for proxies, but browsers don't pass comments on to pages. */
export const liveHeartbeatEvent = 'heartbeat';

/** How often a page that is being looked at says so. */
export const presenceBeatSeconds = 10;
/** How long it counts: someone whose page said nothing for that long is gone. */
export const presenceSeconds = 20;
