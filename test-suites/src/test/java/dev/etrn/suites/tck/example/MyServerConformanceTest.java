package dev.etrn.suites.tck.example;

import dev.etrn.suites.tck.EtrnConformance;
import dev.etrn.suites.tck.ServerUnderTest;

class MyServerConformanceTest implements EtrnConformance {

  @Override
  public ServerUnderTest server() {
    return new MyServer();
  }
}
