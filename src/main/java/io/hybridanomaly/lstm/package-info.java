/** The LSTM autoencoder and its training. The only package that uses Deep Java Library. */
@NullMarked
package io.hybridanomaly.lstm;

import org.jspecify.annotations.NullMarked;
