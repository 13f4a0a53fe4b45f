package dev.etrn.server.queue;

class InMemoryQueueTest extends MessageStoreContract {

  @Override
  MessageStore open(long mostOctets) {
    return new InMemoryQueue(mostOctets);
  }
}
