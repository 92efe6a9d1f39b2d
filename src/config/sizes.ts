// How much of the machine each part may have: one pure function, so that no part decides for itself and the sum stays below the machine.
// `tenring doctor` shows the table. What a person sets wins.

export interface Machine {
  /** What this process may use: the machine's memory, or less in a container or under systemd's MemoryMax. */
  readonly memoryBytes: number;
  readonly cores: number;
}

export interface Sizes {
  readonly memoryMegabytes: number;
  readonly redisMegabytes: number;
  /**
   * JavaScript heaps: of the thread that acknowledges, of the archive's, of the live sockets', of a backup under way, of each way out (relay,
   * publishing), of a document that is being printed.
   */
  readonly mainHeapMegabytes: number;
  readonly archiveHeapMegabytes: number;
  readonly liveHeapMegabytes: number;
  readonly backupHeapMegabytes: number;
  readonly outletHeapMegabytes: number;
  readonly printingHeapMegabytes: number;
  readonly databaseCacheMegabytes: number;
  /** Code, buffers and stacks of the process, and sockets in the kernel: an estimate, nothing enforces it. */
  readonly besideMegabytes: number;
  /** What one slow screen may cost before it gets a snapshot instead. */
  readonly backpressureBytes: number;
  /** Threads for files, hashes of passwords and compression (UV_THREADPOOL_SIZE). */
  readonly poolThreads: number;
}

export interface WantedSizes {
  readonly redisMemoryMegabytes?: number | undefined;
  readonly nodeMemoryMegabytes?: number | undefined;
}

const megabyte = 1024 * 1024;
/** DESIGN 4: more journal than this waits for nobody; the archive has it. */
const mostRedis = 2_500;
const outlets = 2;

function between(lowest: number, value: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, Math.floor(value)));
}

export function sizesFor({ memoryBytes, cores }: Machine, wanted: WantedSizes = {}): Sizes {
  const memory = Math.floor(memoryBytes / megabyte);
  const main = wanted.nodeMemoryMegabytes ?? between(128, memory / 4, 3_072);
  return {
    memoryMegabytes: memory,
    redisMegabytes: wanted.redisMemoryMegabytes ?? between(64, memory / 8, mostRedis),
    mainHeapMegabytes: main,
    // It folds the same facts, and holds one competition's document while it writes a snapshot.
    archiveHeapMegabytes: between(96, main / 2, 1_536),
    liveHeapMegabytes: between(64, main / 4, 512),
    backupHeapMegabytes: between(64, main / 4, 256),
    outletHeapMegabytes: between(48, main / 16, 96),
    // Twelve thousand entries with their cards need about 256.
    printingHeapMegabytes: between(64, main / 4, 512),
    databaseCacheMegabytes: between(8, memory / 64, 64),
    besideMegabytes: between(96, memory / 16, 512),
    backpressureBytes: (memory < 1_536 ? 32 : 64) * 1024,
    poolThreads: between(4, cores, 16),
  };
}

/** What all limits come to together. */
export function sumOf(sizes: Sizes): number {
  return [
    sizes.redisMegabytes,
    sizes.mainHeapMegabytes,
    sizes.archiveHeapMegabytes,
    sizes.liveHeapMegabytes,
    sizes.backupHeapMegabytes,
    outlets * sizes.outletHeapMegabytes,
    sizes.printingHeapMegabytes,
    sizes.databaseCacheMegabytes,
    sizes.besideMegabytes,
  ].reduce((sum, each) => sum + each, 0);
}
