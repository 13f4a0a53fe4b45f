package dev.etrn.server.delivery;

import dev.etrn.server.observe.Observer;
import java.util.List;

/**
 * What became of one message at the exchanger.
 *
 * @param deferred recipients to try again later (4yz)
 * @param refused recipients that will never be accepted (5yz)
 * @param why the last reply that was not 2yz, or empty
 */
record SendResult(List<String> deferred, List<String> refused, String why) {

  SendResult {
    deferred = List.copyOf(deferred);
    refused = List.copyOf(refused);
  }

  /** For an observer, who counts a message once. */
  Observer.Result observed() {
    if (!deferred.isEmpty()) {
      return Observer.Result.DEFERRED;
    }
    return refused.isEmpty() ? Observer.Result.DELIVERED : Observer.Result.REFUSED;
  }
}
