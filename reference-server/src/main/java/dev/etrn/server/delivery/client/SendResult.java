package dev.etrn.server.delivery.client;

import dev.etrn.server.observe.ServerObserver;
import java.util.List;

/**
 * The result of sending one message to an exchanger.
 *
 * @param deferred the recipients to try again later (4yz)
 * @param refused the recipients that will never be accepted (5yz)
 * @param reason the last reply that was not 2yz, or empty
 */
public record SendResult(List<String> deferred, List<String> refused, String reason) {

  public SendResult {
    deferred = List.copyOf(deferred);
    refused = List.copyOf(refused);
  }

  /** Returns the result for an observer, which counts a message once. */
  public ServerObserver.Result observed() {
    if (!deferred.isEmpty()) {
      return ServerObserver.Result.DEFERRED;
    }
    return refused.isEmpty() ? ServerObserver.Result.DELIVERED : ServerObserver.Result.REFUSED;
  }
}
