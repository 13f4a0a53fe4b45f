package dev.etrn.server.queue.store;

import dev.etrn.server.queue.MessageStore;
import java.time.Clock;

class InMemoryQueueTest extends MessageStoreContract {

  @Override
  MessageStore open(long mostOctets, Clock clock) {
    return new InMemoryQueue(mostOctets, clock);
  }
}
