export interface SoketiApp {
  id: string;
  key: string;
  secret: string;
}

export interface SoketiPorts {
  /** Where clients and publishers connect. */
  port: number;
  /** Where it answers about its memory; it cannot be kept from listening there. */
  metricsPort: number;
  /** The UDP port on which it looks for others of its kind; it cannot be kept from that either. */
  discoveryPort: number;
}

const LOOPBACK = "127.0.0.1";

/**
 * The content of Soketi's configuration file. Keys with dots are Soketi's own way to set one value of a group:
 * a whole group would replace the defaults next to it (a `metrics` object without a driver never stops).
 */
export function soketiConfig(app: SoketiApp, { port, metricsPort, discoveryPort }: SoketiPorts) {
  return {
    host: LOOPBACK,
    port,
    "metrics.enabled": false,
    "metrics.host": LOOPBACK,
    "metrics.port": metricsPort,
    // By default it would announce itself to the whole network twice a second.
    "cluster.address": LOOPBACK,
    "cluster.unicast": LOOPBACK,
    "cluster.port": discoveryPort,
    // The web process is drained before Soketi is told to stop: nobody is left to wait for.
    shutdownGracePeriod: 100,
    userAuthenticationTimeout: 30_000,
    "eventLimits.maxPayloadInKb": 100,
    "eventLimits.maxChannelsAtOnce": 100,
    "eventLimits.maxBatchSize": 10,
    "httpApi.requestLimitInMb": 4,
    "appManager.array.apps": [
      {
        ...app,
        enabled: true,
        maxConnections: -1,
        enableClientMessages: true,
        enableUserAuthentication: true,
        maxBackendEventsPerSecond: -1,
        maxClientEventsPerSecond: 50,
        maxReadRequestsPerSecond: -1,
        webhooks: [],
      },
    ],
  };
}
