package dev.etrn.server.delivery.client;

import dev.etrn.server.observe.ServerObserver;
import java.util.List;

/**
 * What became of one message at the exchanger.
 *
 * @param deferred recipients to try again later (4yz)
 * @param refused recipients that will never be accepted (5yz)
 * @param why the last reply that was not 2yz, or empty
 */
public record SendResult(List<String> deferred, List<String> refused, String why) {

  public SendResult {
    deferred = List.copyOf(deferred);
    refused = List.copyOf(refused);
  }

  /** For an observer, who counts a message once. */
  public ServerObserver.Result observed() {
    if (!deferred.isEmpty()) {
      return ServerObserver.Result.DEFERRED;
    }
    return refused.isEmpty() ? ServerObserver.Result.DELIVERED : ServerObserver.Result.REFUSED;
  }
}
