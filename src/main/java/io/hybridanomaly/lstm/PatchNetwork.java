package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import java.util.SplittableRandom;

/**
 * Encoder and decoder of stacked LSTMs with a narrow code between them. The encoder reads a window
 * patch by patch; its last hidden state becomes the code by a linear layer; the decoder unrolls
 * from the repeated code and writes the patches in reversed order, the last one first, since that
 * is what the encoder saw last.
 *
 * <p>Input [batch × steps × patch]; outputs the reconstruction of the same shape and the code
 * [batch × latent].
 *
 * <p>Source: Srivastava, Mansimov, Salakhutdinov, "Unsupervised learning of video representations
 * using LSTMs", ICML 2015, arXiv:1502.04681 (the reversed target).
 */
final class PatchNetwork extends SequenceNetwork {

  private final LSTM encoder;
  private final Linear toCode;
  private final LSTM decoder;
  private final Linear toPatch;
  private final int patch;
  private final int hidden;
  private final int latent;

  PatchNetwork(int patch, int hidden, int latent, int layers, SplittableRandom random) {
    this.patch = patch;
    this.hidden = hidden;
    this.latent = latent;
    encoder = addChildBlock("encoder", lstm(hidden, layers));
    toCode = addChildBlock("code", Linear.builder().setUnits(latent).build());
    decoder = addChildBlock("decoder", lstm(hidden, layers));
    toPatch = addChildBlock("patch", Linear.builder().setUnits(patch).build());
    SeededUniform.initialize(encoder, hidden, random);
    SeededUniform.initialize(toCode, hidden, random);
    SeededUniform.initialize(decoder, hidden, random);
    SeededUniform.initialize(toPatch, hidden, random);
    SeededUniform.openForgetGates(encoder, hidden, random);
    SeededUniform.openForgetGates(decoder, hidden, random);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    Shape input = inputs[0];
    encoder.initialize(manager, type, shape(input, patch));
    toCode.initialize(manager, type, new Shape(input.get(0), hidden));
    decoder.initialize(manager, type, shape(input, latent));
    toPatch.initialize(manager, type, shape(input, hidden));
  }

  @Override
  NDList reconstruct(ParameterStore weights, NDArray windows, boolean training) {
    long steps = windows.getShape().get(TIME);
    // Each block gets a list of its own: an LSTM appends its states to the one that it is given.
    NDArray states = encoder.forward(weights, new NDList(windows), training).head();
    NDArray last = states.get(":, -1, :");
    NDArray code = toCode.forward(weights, new NDList(last), training).head();
    NDArray repeated = code.expandDims(TIME).repeat(TIME, steps);
    NDArray decoded = decoder.forward(weights, new NDList(repeated), training).head();
    NDArray reversed = toPatch.forward(weights, new NDList(decoded), training).head();
    return new NDList(reversed.flip(TIME), code);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {inputs[0], new Shape(inputs[0].get(0), latent)};
  }
}
