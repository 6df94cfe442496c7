/** Counts what is left on a page once its rubbish is collected. */
export class Census {
  #session;

  constructor(session) {
    this.#session = session;
  }

  static async of(page) {
    return new Census(await page.createCDPSession());
  }

  async take() {
    // What is found to be unreachable may have been what reached something else.
    for (let i = 0; i < 3; i++) await this.#session.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners: listeners } = await this.#session.send('Memory.getDOMCounters');
    return { nodes, listeners };
  }
}
