package io.hybridanomaly.lstm;

/** The PyTorch engine cannot be loaded on this machine. The message is a sentence for the user. */
public final class EngineUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EngineUnavailableException(Throwable cause) {
    super(
        "The PyTorch engine could not be loaded: its libraries, about 430 MB, are unpacked to the"
            + " folder that the environment variable DJL_CACHE_DIR names, or else to .djl.ai in the"
            + " home folder. Make that folder writable, with enough room, and try again.",
        cause);
  }
}
