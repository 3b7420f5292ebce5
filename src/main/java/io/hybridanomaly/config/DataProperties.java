package io.hybridanomaly.config;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server keeps what it stores; settings {@code data.*}.
 *
 * @param directory made when something is stored first
 */
@ConfigurationProperties("data")
public record DataProperties(@DefaultValue("data") Path directory) {}
